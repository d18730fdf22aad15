namespace HocTap.Office.LocalTenant.Wire;

/// <summary>SharePoint's price of a call: 1 to read one thing, 2 to read many or to write, 5 for permissions.</summary>
internal static class ResourceUnits
{
    private static readonly string[] Many = ["items", "lists", "columns", "children", "versions", "drives", "contentTypes"];

    public static int Of(GraphCall call) => call.Path.Segments switch
    {
        [.., "permissions"] or [.., "permissions", _] or [.., "invite"] or [.., "createLink"] => 5,
        [.., "delta"] => call.Path.Token is null && call.Query["token"] is null ? 2 : 1,
        _ when call.Method != "GET" => 2,
        [.., var last] when Many.Contains(last) => 2,
        _ => 1,
    };
}
