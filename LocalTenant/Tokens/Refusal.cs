namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>Why Entra gives no token: the status, OAuth's word, and the number and words behind «AADSTS».</summary>
internal sealed record Refusal(int Status, string Error, int Number, string Message)
{
    public static Refusal Client(int number, string message) => new(401, "invalid_client", number, message);
}
