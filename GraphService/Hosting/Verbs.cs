using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>What the program does instead of serving: <c>provision</c> makes the site, <c>verify</c> names each difference to the schema.</summary>
internal static class Verbs
{
    /// <summary>Carries out the verb of the arguments; null when there is none and the service is to run. The exit code is 1 when <c>verify</c> finds a difference.</summary>
    public static async Task<int?> RunVerbAsync(this WebApplication app, string[] args) => args switch
    {
        ["provision", ..] => await ProvisionAsync(app.Services),
        ["verify", ..] => await VerifyAsync(app.Services),
        _ => null,
    };

    private static async Task<int> ProvisionAsync(IServiceProvider services)
    {
        var provisioner = await ProvisionerAsync(services);
        var map = await provisioner.ProvisionAsync(CancellationToken.None);
        Console.WriteLine($"Site {map.SiteId}: {map.ListIds.Count} lists are as the schema says.");
        return 0;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services)
    {
        var differences = await (await ProvisionerAsync(services)).VerifyAsync(CancellationToken.None);
        foreach (var difference in differences)
        {
            Console.WriteLine(difference);
        }

        Console.WriteLine(differences.Count == 0 ? "The site is as the schema says." : $"{differences.Count} differences.");
        return differences.Count == 0 ? 0 : 1;
    }

    private static async Task<Provisioner> ProvisionerAsync(IServiceProvider services)
    {
        var (graph, settings) = await services.GetRequiredService<TenantConnection>().OpenAsync(CancellationToken.None);
        return new Provisioner(graph, settings, services.GetRequiredService<ILogger<Provisioner>>());
    }
}
