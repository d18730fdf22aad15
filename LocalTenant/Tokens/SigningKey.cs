using System.Buffers.Text;
using System.Security.Cryptography;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Tokens;

/// <summary>The tenant's RSA key, made when the first token is asked for: making one is too slow for a start.</summary>
internal sealed class SigningKey(string path) : IDisposable
{
    private readonly Lazy<RSA> rsa = new(() => Open(path));

    public string Id => Base64Url.EncodeToString(SHA256.HashData(rsa.Value.ExportSubjectPublicKeyInfo()).AsSpan(0, 15));

    public RSAParameters Public => rsa.Value.ExportParameters(includePrivateParameters: false);

    public byte[] Sign(byte[] data) => rsa.Value.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(byte[] data, byte[] signature) =>
        rsa.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose()
    {
        if (rsa.IsValueCreated)
        {
            rsa.Value.Dispose();
        }
    }

    private static RSA Open(string path)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(SecretFile.GetOrAdd(path, MakePem));
        return rsa;
    }

    private static string MakePem()
    {
        using var made = RSA.Create(2048);
        return made.ExportPkcs8PrivateKeyPem();
    }
}
