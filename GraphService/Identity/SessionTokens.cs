using System.Security.Claims;
using System.Security.Cryptography;
using HocTap.Office.GraphService.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Makes and checks the bearer tokens of local sign-in; their key lives in the data directory and outlives a restart.</summary>
internal sealed class SessionTokens(DataDirectory directory, TimeProvider clock)
{
    /// <summary>How long a token holds: 8 hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const string Name = "hoctap-office";

    private readonly SymmetricSecurityKey key = new(ReadOrMakeKey(directory.File("session.key")));

    /// <summary>What a valid token must satisfy.</summary>
    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = Name,
        ValidAudience = Name,
        IssuerSigningKey = key,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (notBefore, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime && (notBefore is null || notBefore <= clock.GetUtcNow().UtcDateTime.AddMinutes(1)),
    };

    /// <summary>A token of a person, and when it ends.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Issue(string personCode)
    {
        var expiresAt = clock.GetUtcNow() + Lifetime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Name,
            Subject = new ClaimsIdentity([new Claim(Caller.PersonClaim, personCode)]),
            IssuedAt = clock.GetUtcNow().UtcDateTime,
            NotBefore = clock.GetUtcNow().UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return (token, expiresAt);
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
