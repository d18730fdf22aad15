using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant.Rest;

namespace HocTap.Office.Tests.Service.Provisioning;

/// <summary>PnP.Core under the contract; compiled only with <c>-p:UsePnPCore=true</c>.</summary>
[TestClass]
public sealed class PnpListsContract : NativeListsContract, IDisposable
{
    private PnpLists? native;

    public void Dispose() => native?.Dispose();

    private protected override INativeLists Open(RestClient rest) => native = new PnpLists(() => rest.App.Credential, new Uri(rest.Site));
}
