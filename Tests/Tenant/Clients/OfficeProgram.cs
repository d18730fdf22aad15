using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using HocTap.Office.Tests.Service;

namespace HocTap.Office.Tests.Tenant.Clients;

/// <summary>
/// The built program, configured as for a tenant of its own: certificate, authority and Graph on https. Whom to trust is told by the variable that OpenSSL reads for one process;
/// the product has no setting for it.
/// </summary>
internal sealed class OfficeProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private OfficeProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Calls a verb and gives its exit code and all it said.</summary>
    public static async Task<(int ExitCode, string Said)> CallAsync(string verb, SecureTenant tenant, string data, CancellationToken token)
    {
        using var process = Start(tenant, data, verb);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        await process.WaitForExitAsync(token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts the service and waits until it is ready.</summary>
    public static async Task<OfficeProgram> StartAsync(SecureTenant tenant, string data, CancellationToken token)
    {
        var address = new Uri($"http://127.0.0.1:{SecureTenant.FreePort()}/");
        var program = new OfficeProgram(Start(tenant, data, "--urls", address.AbsoluteUri), address);
        var said = SaidAsync(program.process);
        using var http = new HttpClient { BaseAddress = address };
        var begun = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(http, token))
        {
            if (Stopwatch.GetElapsedTime(begun) > LongestStart || program.process.HasExited)
            {
                await program.DisposeAsync();
                Assert.Fail("The service did not become ready.\n" + await said);
            }
            await Task.Delay(100, token);
        }
        return program;
    }

    /// <summary>A client signed in as a person of the sample city.</summary>
    public async Task<OfficeClient> AsAsync(string person)
    {
        var client = new OfficeClient(new HttpClient { BaseAddress = Address });
        await client.SignInAsync(person);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Read from the first moment on: a full pipe would stop the program.
    private static async Task<string> SaidAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return await output + await errors;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken token)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative), token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private static Process Start(SecureTenant tenant, string data, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("Only OpenSSL on Linux takes the authorities of one process from a variable.");
        }
        var certificate = Path.Combine(tenant.Folder, "application.pfx");
        File.WriteAllBytes(certificate, tenant.Certificates.Application.Export(X509ContentType.Pfx));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HocTap.Office.GraphService.dll"), .. arguments,
            "--Data:Directory", data,
            "--Graph:TenantId", tenant.Server.TenantId,
            "--Graph:ClientId", tenant.Server.ClientId,
            "--Graph:CertificatePath", certificate,
            "--Graph:AuthorityHost", tenant.Server.BaseAddress.AbsoluteUri,
            "--Graph:BaseAddress", new Uri(tenant.Server.BaseAddress, "v1.0").AbsoluteUri,
            "--Graph:SiteHost", tenant.Server.SiteHost])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SSL_CERT_FILE"] = tenant.RootPath;
        return Process.Start(start)!; // a program of its own always starts a process
    }
}
