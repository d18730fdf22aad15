using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>A local tenant on https, in a folder of its own.</summary>
internal sealed class SecureTenant : IAsyncDisposable
{
    private readonly bool ownsFolder;

    private SecureTenant(LocalTenantServer server, TestCertificates certificates, string folder, bool ownsFolder)
    {
        (Server, Certificates, Folder, this.ownsFolder) = (server, certificates, folder, ownsFolder);
        Http = certificates.Client(server.BaseAddress);
    }

    public LocalTenantServer Server { get; }

    public TestCertificates Certificates { get; }

    public string Folder { get; }

    /// <summary>Trusts the tenant's certificate; everything it asks goes to the tenant.</summary>
    public HttpClient Http { get; }

    /// <summary>The certificate of the authority as a file, for programs that are told whom to trust.</summary>
    public string RootPath => Path.Combine(Folder, "root.pem");

    /// <param name="token">Ends the start.</param>
    /// <param name="folder">Whose state to take; it stays.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="userTokenSeconds">How long tokens of people last.</param>
    /// <param name="sharePointHere">True when the site's own address, too, is to lead here.</param>
    public static async Task<SecureTenant> StartAsync(CancellationToken token, string? folder = null, TimeProvider? clock = null, bool sharePointHere = false, int userTokenSeconds = 3599)
    {
        var address = $"127.0.0.1:{(sharePointHere ? FreePort() : 0)}";
        var (certificates, place) = (new TestCertificates(), folder ?? Directory.CreateTempSubdirectory("tenant-").FullName);
        var options = new LocalTenantOptions
        {
            DataDirectory = place,
            UserTokenSeconds = userTokenSeconds,
            Url = $"https://{address}",
            SiteHost = sharePointHere ? address : "lamkieu.sharepoint.example",
            Certificate = certificates.Server,
            ClientCertificates = [TestCertificates.PublicOf(certificates.Application)],
        };
        var server = await LocalTenantServer.StartAsync(options, clock ?? TimeProvider.System, token);
        var tenant = new SecureTenant(server, certificates, place, folder is null);
        await File.WriteAllTextAsync(tenant.RootPath, certificates.Root.ExportCertificatePem(), token);
        return tenant;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks for a token and gives the answer, whatever it is.</summary>
    public async Task<(int Status, JsonObject Body)> AskAsync(Dictionary<string, string> form, CancellationToken token)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await Http.PostAsync(new Uri(Server.BaseAddress, $"{Server.TenantId}/oauth2/v2.0/token"), content, token);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(token))!);
    }

    /// <summary>What a Node script is told; Node trusts the authority by its own variable.</summary>
    public async Task<Dictionary<string, string>> EnvironmentAsync(CancellationToken token)
    {
        var (_, granted) = await AskAsync(TenantCredential.Form(Server, TenantApp.Scope), token);
        return new()
        {
            ["NODE_EXTRA_CA_CERTS"] = RootPath,
            ["TENANT_BASE"] = Server.BaseAddress.AbsoluteUri,
            ["TENANT_TOKEN"] = (string)granted["access_token"]!,
            ["TENANT_SITE_HOST"] = Server.SiteHost,
            ["TENANT_SITE_PATH"] = Server.SitePath,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        Certificates.Dispose();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
