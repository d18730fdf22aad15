using System.Collections.Concurrent;
using System.Globalization;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Service.Faults;

/// <summary>Every operation of the gateway.</summary>
internal static class GatewayOperations
{
    private static readonly ListSchema Rows = SiteSchema.PersonalPlans;
    private static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 5000).Select(number => unchecked((byte)number))];

    public static IReadOnlyList<GatewayOperation> All { get; } =
    [
        new("find the site", "/sites/*/lists", CallKind.Page, Nothing, async (site, _, token) => Assert.AreEqual(site.Map.ListIds.Count, (await site.ResolveAsync(token)).ListIds.Count), Nothing),
        new("find an item", "/sites/**", CallKind.Page, PutAsync, async (site, key, token) => Assert.IsNotNull(await site.Access.Items.FindAsync(Rows, key, token)), Nothing),
        new("all keys", "/sites/**", CallKind.Page, PutAsync, async (site, key, token) => Assert.Contains(key, await site.Access.Items.KeysAsync(Rows, token)), Nothing),
        new("delta from the start", "/sites/**", CallKind.Page, PutAsync, async (site, key, token) => Assert.Contains(key, await ReadAsync(site, null, token)), Nothing),
        new("delta from a link", "/sites/**", CallKind.Delta, RememberAsync, async (site, key, token) => Assert.Contains(key, await ReadAsync(site, Remembered[key], token)), Nothing),
        new("upload a file", "/drives/**", CallKind.Single, Nothing, UploadAsync, FileIsThereAsync),
        new("find a file", "/drives/**", CallKind.Single, UploadAsync, async (site, key, token) => Assert.IsNotNull(await site.Access.Files.FindAsync(PathOf(key), token)), Nothing),
        new("read a file", "/drives/**", CallKind.Single, UploadAsync, async (site, key, token) => CollectionAssert.AreEqual(Bytes, await site.Access.Files.ReadAsync(PathOf(key), token)), Nothing),
        new("describe a file (batch)", "/$batch", CallKind.Batch, UploadAsync, DescribeAsync, FileIsDescribedAsync),
        new("describe a file (step)", "/drives/*/items/*/listItem/fields", CallKind.Step, UploadAsync, DescribeAsync, FileIsDescribedAsync),
        new("make an item (batch)", "/$batch", CallKind.Batch, Nothing, PutAsync, ItemIsThereAsync),
        new("make an item (step)", "/sites/*/lists/*/items", CallKind.Step, Nothing, PutAsync, ItemIsThereAsync),
        new("change an item (batch)", "/$batch", CallKind.Batch, PutAsync, ChangeAsync, ItemIsChangedAsync),
        new("change an item (step)", "/sites/*/lists/*/items/*/fields", CallKind.Step, PutAsync, ChangeAsync, ItemIsChangedAsync),
        new("send a mail", "/users/**", CallKind.Single, CountMailsAsync, (site, key, token) => site.Access.Mail.SendAsync("a@lamkieu.example", key, "x", token), MailHasLeftAsync),
        new("read the views", "/_api/**", CallKind.Single, Nothing, async (site, _, token) => Assert.HasCount(SiteSchema.PersonalPlans.Views.Count + 1, Own(await site.Native.ViewsAsync(ListId(site), token))), Nothing),
        new("make a view", "/_api/**/views/add", CallKind.Single, Nothing, MakeViewAsync, ViewIsThereAsync),
        new("set a view", "/_api/**", CallKind.Single, MakeViewAsync, MakeViewAsync, ViewIsThereAsync),
        new("format a column", "/_api/**", CallKind.Single, Nothing, (site, key, token) => site.Native.FormatAsync(ListId(site), "ActionContent", Format(key), token), FormatIsThereAsync),
        new("close a list", "/_api/**", CallKind.Single, Nothing, (site, _, token) => site.Native.CloseAsync(ListId(site), token), async (site, _, token) => Assert.IsTrue(await site.Native.IsClosedAsync(ListId(site), token))),
        new("25 changes (batch)", "/$batch", CallKind.Batch, Nothing, PutManyAsync, ManyAreThereAsync),
        new("25 changes (step)", "/sites/*/lists/*/items", CallKind.Step, Nothing, PutManyAsync, ManyAreThereAsync),
    ];

    private static Task Nothing(FaultySite site, string key, CancellationToken token) => Task.CompletedTask;

    private static string PathOf(string key) => $"HT2027/{key}/{key}.bin";

    private static Dictionary<string, object?> Fields(string key, string content) => new() { ["Title"] = key, ["RowId"] = key, ["Campaign"] = "HT2027", ["ActionContent"] = content };

    private static Task PutAsync(FaultySite site, string key, CancellationToken token) => site.Access.Writing.PutAsync(Rows, key, Fields(key, "mới"), token);

    private static Task ChangeAsync(FaultySite site, string key, CancellationToken token) => site.Access.Writing.PutAsync(Rows, key, Fields(key, "đã sửa"), token);

    private static Task PutManyAsync(FaultySite site, string key, CancellationToken token)
    {
        var changes = new SiteChanges();
        foreach (var one in Many(key))
        {
            changes.Put(Rows, one, Fields(one, "mới"));
        }

        return site.Access.Writing.WriteAsync(changes, token);
    }

    private static string ListId(FaultySite site) => site.Map.IdOf(Rows);

    private static string Format(string key) => $"{{\"elmType\":\"div\",\"txtContent\":\"{key}\"}}";

    private static IReadOnlyList<NativeView> Own(IReadOnlyList<NativeView> views) => [.. views.Where(view => !view.Page.StartsWith('K'))];

    // As provisioning does: what is there is set right, not made again.
    private static async Task MakeViewAsync(FaultySite site, string key, CancellationToken token)
    {
        var known = (await site.Native.ViewsAsync(ListId(site), token)).FirstOrDefault(view => view.Page == key);
        var id = known?.Id ?? await site.Native.AddViewAsync(ListId(site), key, token);
        await site.Native.SetViewAsync(ListId(site), id, new NativeView(id, key, key, ["Title", "RowId"], "", 30, false, ""), token);
    }

    // A view has no key: one that was delivered twice is there twice, and the next run of provision sets ours right.
    private static async Task ViewIsThereAsync(FaultySite site, string key, CancellationToken token)
    {
        if ((await site.Native.ViewsAsync(ListId(site), token)).Any(view => view.Page == key + "1"))
        {
            await MakeViewAsync(site, key, token);
        }

        var view = (await site.Native.ViewsAsync(ListId(site), token)).Single(view => view.Page == key);
        Assert.AreEqual("Title, RowId", string.Join(", ", view.Columns));
    }

    private static async Task FormatIsThereAsync(FaultySite site, string key, CancellationToken token) =>
        Assert.AreEqual(Format(key), (await site.Native.FormatsAsync(ListId(site), token))["ActionContent"]);

    private static Task CountMailsAsync(FaultySite site, string key, CancellationToken token)
    {
        Remembered[key] = site.Mails.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    // Mail has no key: after a lost answer a message may come twice, but never not at all.
    private static Task MailHasLeftAsync(FaultySite site, string key, CancellationToken token)
    {
        Assert.IsInRange(1, 2, site.Mails - int.Parse(Remembered[key], CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Many(string key) => Enumerable.Range(1, 25).Select(number => $"{key}-{number}");

    // As the outbox does: a name that is taken is ours.
    private static async Task UploadAsync(FaultySite site, string key, CancellationToken token) =>
        Assert.IsNotNull(await site.Access.Files.UploadAsync(PathOf(key), Bytes, token) ?? await site.Access.Files.IdOfAsync(PathOf(key), token));

    private static async Task DescribeAsync(FaultySite site, string key, CancellationToken token) =>
        await site.Access.Writing.DescribeAsync(SiteSchema.Submissions, (await site.Access.Files.IdOfAsync(PathOf(key), token))!, new Dictionary<string, object?> { ["SubmissionId"] = key, ["Campaign"] = "HT2027" }, token);

    private static async Task RememberAsync(FaultySite site, string key, CancellationToken token)
    {
        Remembered[key] = (await site.Access.Items.ChangesAsync(Rows, null, token)).Link;
        for (var page = await site.Access.Items.ChangesAsync(Rows, Remembered[key], token); !page.IsLast; page = await site.Access.Items.ChangesAsync(Rows, Remembered[key], token))
        {
            Remembered[key] = page.Link;
        }

        await PutAsync(site, key, token);
    }

    // As the follower does: what has expired is read anew from the start.
    private static async Task<HashSet<string>> ReadAsync(FaultySite site, string? link, CancellationToken token)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var last = false; !last;)
        {
            DeltaPage page;
            try
            {
                page = await site.Access.Items.ChangesAsync(Rows, link, token);
            }
            catch (SharePointException refused) when (refused.Status == 410)
            {
                link = null;
                continue;
            }

            keys.UnionWith(page.Items.Select(item => item.Fields.Text("RowId")));
            (link, last) = (page.Link, page.IsLast);
        }

        return keys;
    }

    private static async Task FileIsThereAsync(FaultySite site, string key, CancellationToken token)
    {
        CollectionAssert.AreEqual(Bytes, await site.Access.Files.ReadAsync(PathOf(key), token));
        Assert.AreEqual(1, await site.FilesAsync($"HT2027/{key}", token));
    }

    private static async Task FileIsDescribedAsync(FaultySite site, string key, CancellationToken token) =>
        Assert.AreEqual(1, await site.CountAsync(SiteSchema.Submissions, "SubmissionId", key, token));

    private static async Task ItemIsThereAsync(FaultySite site, string key, CancellationToken token) => Assert.AreEqual(1, await site.CountAsync(Rows, "RowId", key, token));

    private static async Task ItemIsChangedAsync(FaultySite site, string key, CancellationToken token)
    {
        await ItemIsThereAsync(site, key, token);
        Assert.AreEqual("đã sửa", (await site.Access.Items.FindAsync(Rows, key, token))!.Fields.Text("ActionContent"));
    }

    private static async Task ManyAreThereAsync(FaultySite site, string key, CancellationToken token)
    {
        foreach (var one in Many(key))
        {
            await ItemIsThereAsync(site, one, token);
        }
    }
}
