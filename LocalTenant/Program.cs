using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using HocTap.Office.LocalTenant;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var options = new LocalTenantOptions
{
    DataDirectory = settings["data"] ?? ".data/tenant",
    Url = settings["urls"] ?? "http://127.0.0.1:5090",
    FaultScript = settings["faults"],
    UnitsPerMinute = settings.GetValue("units-per-minute", 0),
    UserTokenSeconds = settings.GetValue("user-token-seconds", 3599),
    Certificate = settings["certificate"] is { } file ? X509CertificateLoader.LoadPkcs12FromFile(file, null) : null,
    ClientCertificates = settings["client-certificate"] is { } client ? [X509CertificateLoader.LoadCertificateFromFile(client)] : [],
};
await using var server = await LocalTenantServer.StartAsync(options, TimeProvider.System, CancellationToken.None);
await Console.Out.WriteLineAsync($"""
    address        {server.BaseAddress}
    site           https://{server.SiteHost}{server.SitePath}
    tenant id      {server.TenantId}
    client id      {server.ClientId}
    client secret  in {Path.GetFullPath(server.ClientSecretPath)}
    """);
var asked = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
await asked.Task;

void End(PosixSignalContext context)
{
    context.Cancel = true;
    asked.TrySetResult();
}
