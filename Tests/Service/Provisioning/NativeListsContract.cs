using System.Text.Json.Nodes;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Tests.Tenant.Rest;

namespace HocTap.Office.Tests.Service.Provisioning;

/// <summary>What whoever stands behind <see cref="INativeLists"/> must do; the hand-written REST does it, and PnP.Core when the build takes it.</summary>
[TestClass]
public abstract class NativeListsContract
{
    public TestContext TestContext { get; set; } = null!; // set by the framework

    private protected CancellationToken Token => TestContext.CancellationToken;

    private protected abstract INativeLists Open(RestClient rest);

    [TestMethod]
    public async Task A_view_keeps_its_page_and_becomes_what_it_is_set_to()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token, 101);
        var native = Open(rest);
        var wanted = new NativeView("", "ByName", "Theo tên «tệp»", ["LinkFilename", "Title", "Editor"], """<OrderBy><FieldRef Name="Title" Ascending="FALSE" /></OrderBy>""", 100, true, """{"additionalRowClass":"'x'"}""");

        var id = await native.AddViewAsync(list, "ByName", Token);
        await native.SetViewAsync(list, id, wanted, Token);
        await native.SetViewAsync(list, id, wanted with { Columns = ["Title", "LinkFilename"] }, Token);

        var found = (await native.ViewsAsync(list, Token)).Single(view => view.Page == "ByName");
        Assert.AreEqual(id, found.Id, ignoreCase: true);
        CollectionAssert.AreEqual(new[] { "Title", "LinkFilename" }, found.Columns.ToList());
        Assert.AreEqual(wanted with { Id = found.Id, Columns = found.Columns }, found);
        Assert.HasCount(2, await native.ViewsAsync(list, Token));
    }

    [TestMethod]
    public async Task A_column_is_formatted_and_the_others_are_not()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        await rest.AddFieldAsync(list, """<Field Type="Text" Name="Code" DisplayName="Mã" />""", Token);
        var native = Open(rest);

        await native.FormatAsync(list, "Code", """{"elmType":"div"}""", Token);

        var formats = await native.FormatsAsync(list, Token);
        Assert.AreEqual("""{"elmType":"div"}""", formats["Code"]);
        Assert.HasCount(1, formats);
    }

    [TestMethod]
    public async Task A_list_is_closed_to_members_and_visitors_and_stays_open_to_whom_somebody_let_in()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var list = await rest.AddListAsync("Books", Token);
        var native = Open(rest);
        var user = (await rest.PostAsync("web/ensureuser", new JsonObject { ["logonName"] = "an@lamkieu.example" }, Token)).Json["Id"]!.GetValue<long>();

        var before = await native.IsClosedAsync(list, Token);
        await rest.PostAsync($"web/lists(guid'{list}')/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)", null, Token);
        await rest.PostAsync($"web/lists(guid'{list}')/roleassignments/addroleassignment(principalid={user},roledefid=1073741826)", null, Token);
        var copied = await native.IsClosedAsync(list, Token);
        await native.CloseAsync(list, Token);

        Assert.IsFalse(before);
        Assert.IsFalse(copied, "a copy of the site's permissions closes nothing");
        Assert.IsTrue(await native.IsClosedAsync(list, Token));
        var having = (await rest.GetAsync($"web/lists(guid'{list}')/roleassignments", Token)).Json["value"]!.AsArray().Select(one => one!["PrincipalId"]!.GetValue<long>()).ToList();
        CollectionAssert.AreEquivalent(new[] { 3, user }, having);
    }

    [TestMethod]
    public async Task A_refusal_is_the_gateways_own_exception()
    {
        await using var rest = await RestClient.StartAsync(Token);
        var native = Open(rest);

        var refused = await Assert.ThrowsExactlyAsync<SharePointException>(() => native.ViewsAsync("00000000-0000-0000-0000-000000000001", Token));

        Assert.AreEqual(404, refused.Status);
    }
}

/// <summary>The hand-written REST under the contract.</summary>
[TestClass]
public sealed class SharePointRestContract : NativeListsContract, IDisposable
{
    private SharePointRest? native;

    public void Dispose() => native?.Dispose();

    private protected override INativeLists Open(RestClient rest) => native = new SharePointRest(() => rest.App.Credential, new Uri(rest.Site), 600_000, TimeProvider.System);
}
