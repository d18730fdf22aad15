using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>Puts the sample city into the site's lists through Graph. Idempotent: items whose key is there are left alone.</summary>
internal sealed class Seeder(SiteAccess site, ILogger<Seeder> logger)
{
    /// <summary>Adds every item that is missing.</summary>
    /// <exception cref="SharePointException">An item was refused.</exception>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var (list, items) in SampleCitySeed.Lists())
        {
            var present = await site.Items.KeysAsync(list, cancellationToken);
            var changes = new SiteChanges();
            foreach (var item in items.Where(item => !present.Contains(item.Key)))
            {
                changes.Put(list, item.Key, item.Fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value));
            }

            await site.Writing.WriteAsync(changes, cancellationToken);
            logger.ListSeeded(list.Name, changes.All.Count);
        }
    }
}
