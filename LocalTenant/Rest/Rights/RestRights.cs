using HocTap.Office.LocalTenant.Permissions;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Rights;

/// <summary>What a call of REST needs: to write items is one thing, to change lists, columns and views another, to give rights a third.</summary>
internal static class RestRights
{
    private static readonly string[] Asking = ["contextinfo", "renderlistdataasstream"];

    private static readonly string[] OfItems = ["items", "getitembyid", "addvalidateupdateitemusingpath", "ensureuser"];

    public static void Require(RestCall call) => Permissions.Rights.Require(call.Call, Needed(call));

    private static Right Needed(RestCall call) => call.Steps switch
    {
        _ when call.Verb == "GET" || Has(call, Asking) => Right.Read,
        var steps when Array.Exists(steps, step => RightsApi.Is([step])) => Right.FullControl,
        _ => Has(call, OfItems) ? Right.Write : Right.Manage,
    };

    private static bool Has(RestCall call, string[] names) => Array.Exists(call.Steps, step => names.Contains(step.Name));
}
