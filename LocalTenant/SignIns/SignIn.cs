using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.SignIns;

/// <summary>What stands for a person who signed in, until it ends: the session of a browser, a code on its way, a refresh token.</summary>
internal sealed record SignIn
{
    public const string Session = "session";
    public const string Code = "code";
    public const string Refresh = "refresh";

    public required string Kind { get; init; }

    /// <summary>The id of the user.</summary>
    public required string User { get; init; }

    public string Client { get; init; } = "";

    public string RedirectUri { get; init; } = "";

    /// <summary>The S256 challenge of PKCE.</summary>
    public string Challenge { get; init; } = "";

    public string Nonce { get; init; } = "";

    public string Scope { get; init; } = "";

    /// <summary>When it ends, in Unix seconds.</summary>
    public required long Ends { get; init; }
}

/// <summary>The SQL of sign-ins; what is handed out is secret and only its hash is kept.</summary>
internal static class SignInsTable
{
    private const string Columns = "kind AS Kind, user AS User, client AS Client, redirect_uri AS RedirectUri, challenge AS Challenge, nonce AS Nonce, scope AS Scope, ends AS Ends";

    /// <summary>Keeps a sign-in and gives the secret that stands for it.</summary>
    public static string Add(Database database, SignIn signIn)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        database.Execute(
            "INSERT INTO sign_in (hash, kind, user, client, redirect_uri, challenge, nonce, scope, ends) VALUES (@hash, @Kind, @User, @Client, @RedirectUri, @Challenge, @Nonce, @Scope, @Ends)",
            new { hash = Hash(secret), signIn.Kind, signIn.User, signIn.Client, signIn.RedirectUri, signIn.Challenge, signIn.Nonce, signIn.Scope, signIn.Ends });
        return secret;
    }

    /// <summary>What a secret stands for; null when it is unknown, of another kind, or over.</summary>
    public static SignIn? Find(Database database, string secret, string kind, DateTimeOffset now) =>
        database.One<SignIn>($"SELECT {Columns} FROM sign_in WHERE hash = @hash AND kind = @kind AND ends > @now", new { hash = Hash(secret), kind, now = now.ToUnixTimeSeconds() });

    public static void Remove(Database database, string secret) => database.Execute("DELETE FROM sign_in WHERE hash = @hash", new { hash = Hash(secret) });

    /// <summary>Ends everything that stands for a user.</summary>
    public static void RemoveOf(Database database, string user) => database.Execute("DELETE FROM sign_in WHERE user = @user", new { user });

    private static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
