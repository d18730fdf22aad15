namespace HocTap.Office.GraphService.Pages;

/// <summary>Tells an address a person goes to from what the modules of a page, and other programs, ask for.</summary>
internal static class PageRequests
{
    /// <summary>True when a browser is about to show the answer as a page of its own.</summary>
    public static bool IsNavigation(this HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Headers.ContainsKey("Authorization")
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document" or "iframe" or "frame";

    /// <summary>True for a page or one of its fragments.</summary>
    public static bool IsForPages(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a problem is best told by a page: of the product's own pages, never of <c>/api</c>.</summary>
    public static bool WantsPage(this HttpRequest request) => request.IsNavigation() && request.IsForPages();
}
