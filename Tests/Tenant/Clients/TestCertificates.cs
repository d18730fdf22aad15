using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>An authority of this run alone, a server certificate for loopback and for names of Microsoft, and an application's own certificate. Nothing is put in a store of the machine.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);

    private readonly RSA rootKey = RSA.Create(2048);

    public TestCertificates()
    {
        var root = Request("CN=HocTap test authority", rootKey);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        Root = root.CreateSelfSigned(From, From.AddDays(30));
        Server = MakeServer();
        Application = MakeApplication(From.AddDays(20));
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Server { get; }

    public X509Certificate2 Application { get; }

    /// <summary>A self-signed certificate, as administrators make them for applications.</summary>
    public static X509Certificate2 MakeApplication(DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        return Request("CN=HocTap", key).CreateSelfSigned(From, until);
    }

    /// <summary>What a registration keeps of it.</summary>
    public static X509Certificate2 PublicOf(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);

    /// <summary>A client that trusts this authority and no other, and finds any host at one address: names are Microsoft's, the machine is this one.</summary>
    public HttpClient Client(Uri server) => new(Handler(server));

    /// <summary>What such a client asks through.</summary>
    public SocketsHttpHandler Handler(Uri server)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, token) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, server.Port, token);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }

    public void Dispose()
    {
        Root.Dispose();
        Server.Dispose();
        Application.Dispose();
        rootKey.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key) => new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private X509Certificate2 MakeServer()
    {
        using var key = RSA.Create(2048);
        var request = Request("CN=localhost", key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        names.AddDnsName("login.microsoftonline.com");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(Root, From, From.AddDays(20), [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }
}
