using System.Security.Claims;
using System.Security.Cryptography;
using HocTap.Office.GraphService.Storage;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Makes and checks our own tokens: the bearer tokens of local sign-in, and what the cookie of pages carries. Their key lives in the data directory and outlives a restart.</summary>
internal sealed class SessionTokens(DataDirectory directory, TimeProvider clock, IOptions<IdentityOptions> identity)
{
    /// <summary>How long a token holds: 8 hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const string Name = "hoctap-office";

    // What local sign-in granted opens nothing once Entra is configured, and the other way round.
    private readonly string audience = identity.Value.IsLocal ? Name : Name + "-pages";

    private readonly SymmetricSecurityKey key = new(ReadOrMakeKey(directory.File("session.key")));

    /// <summary>What a valid token must satisfy.</summary>
    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = Name,
        ValidAudience = audience,
        IssuerSigningKey = key,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (notBefore, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore <= clock.GetUtcNow().UtcDateTime.AddMinutes(1)),
    };

    /// <summary>A token of a person, and when it ends.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Issue(string personCode)
    {
        var expiresAt = clock.GetUtcNow() + Lifetime;
        return (Issue(personCode, expiresAt), expiresAt);
    }

    /// <summary>A token of a person that ends at an instant.</summary>
    public string Issue(string personCode, DateTimeOffset expiresAt)
    {
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            Subject = new ClaimsIdentity([new Claim(Caller.PersonClaim, personCode)]),
            IssuedAt = clock.GetUtcNow().UtcDateTime,
            NotBefore = clock.GetUtcNow().UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    private static byte[] ReadOrMakeKey(string path)
    {
        if (!File.Exists(path))
        {
            // Written aside and moved, so that a start that was cut off leaves no half a key.
            var aside = path + ".new";
            using (var file = new FileStream(aside, OwnerOnly()))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
            }

            File.Move(aside, path, overwrite: true);
        }

        return File.ReadAllBytes(path);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
