using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.SampleCity;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The services of the gateway.</summary>
internal static class SharePointServices
{
    /// <summary>Adds the connection, the mirror and the background work that brings the site to life.</summary>
    public static void AddSharePoint(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<GraphOptions, GraphOptionsValidator>().Bind(configuration.GetSection(GraphOptions.Section));
        services.AddSingleton<TenantConnection>().AddSingleton<SharePointSite>().AddSingleton<KnownItems>().AddSingleton<Mirror>().AddSingleton<ReadModel>().AddSingleton<DeltaTempo>().AddSingleton<WakeUp>().AddSingleton<SubscriptionStore>().AddSingleton<NotificationReceiver>().AddSingleton<DeltaFollower>().AddSingleton<DirectoryStore>().AddSingleton<Readiness>().AddSingleton<PlanSeeder>();
        services.AddHostedService<SiteStartup>().AddHostedService<SubscriptionKeeper>();
    }
}
