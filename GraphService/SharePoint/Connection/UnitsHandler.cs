namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Pays for each attempt of a call, and learns from its answer.</summary>
internal sealed class UnitsHandler(UnitBudget budget) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await budget.SpendAsync(request.Units(), cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        budget.Learn(response, request.Units());
        return response;
    }
}
