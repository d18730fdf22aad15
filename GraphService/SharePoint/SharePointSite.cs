namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The gateway to the provisioned site.</summary>
/// <param name="Items">The lists, for reading.</param>
/// <param name="Writing">Every write but that of a file's bytes.</param>
/// <param name="Files">The library of filed documents.</param>
/// <param name="Templates">The library of templates of organizations' own.</param>
/// <param name="Mail">The mailbox.</param>
/// <param name="Subscriptions">Who tells of changes.</param>
internal sealed record SiteAccess(ListItems Items, SiteWriting Writing, LibraryFiles Files, LibraryFiles Templates, TenantMail Mail, SiteSubscriptions Subscriptions)
{
    /// <summary>The gateway over a connection.</summary>
    public static SiteAccess Of(GraphConnection graph, SiteMap map, KnownItems known, string mailbox)
    {
        var items = new ListItems(graph, map);
        return new SiteAccess(items, new SiteWriting(graph, items, map, known), new LibraryFiles(graph, map, known, SiteSchema.Submissions), new LibraryFiles(graph, map, known, SiteSchema.FormTemplates), new TenantMail(graph, mailbox), new SiteSubscriptions(graph, map));
    }
}

/// <summary>Gives the gateway to those who must wait for it until the site is found, provisioned and mirrored.</summary>
internal sealed class SharePointSite
{
    private readonly TaskCompletionSource<SiteAccess> access = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the site is provisioned and the directory is in the read model.</summary>
    public bool IsReady => access.Task.IsCompletedSuccessfully;

    /// <summary>The gateway, once the site is ready.</summary>
    public Task<SiteAccess> ReadyAsync(CancellationToken cancellationToken) => access.Task.WaitAsync(cancellationToken);

    /// <summary>Says that the site is ready.</summary>
    public void Ready(SiteAccess site) => access.TrySetResult(site);
}
