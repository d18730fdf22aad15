namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The gateway to the provisioned site.</summary>
internal sealed record SiteAccess(ListItems Items, SubmissionFiles Files, TenantMail Mail);

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
