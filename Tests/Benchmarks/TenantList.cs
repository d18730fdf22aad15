using System.Globalization;
using System.Text.Json;

namespace HocTap.Office.Benchmarks;

/// <summary>A list of the benchmark: a unique code, an indexed kind (ten items of each, the rest elsewhere), an indexed number and a plain note.</summary>
internal sealed class TenantList
{
    private const int Batch = 20;
    private const int Kinds = 100;
    private const int OfEachKind = 10;
    private const int FromTheEnd = 300;
    private const int LargestPage = 5000;

    private readonly TenantSite site;
    private readonly string path;

    private readonly string id;

    private TenantList(TenantSite site, string id, int count) => (this.site, this.id, path, Count) = (site, id, site.At($"lists/{id}/"), count);

    /// <summary>How many items it was made with.</summary>
    public int Count { get; }

    /// <summary>The page that begins 300 items before the end.</summary>
    public string LatePage { get; private set; } = "";

    /// <summary>Delta from before the last change on.</summary>
    public string Delta { get; private set; } = "";

    /// <summary>Makes the list and fills it, twenty items a call.</summary>
    public static async Task<TenantList> MakeAsync(TenantSite site, string title, int count)
    {
        object[] columns =
        [
            new { name = "Code", indexed = true, enforceUniqueValues = true, text = new { } },
            new { name = "Kind", indexed = true, text = new { } },
            new { name = "Size", indexed = true, number = new { } },
            new { name = "Note", text = new { } },
        ];
        var made = await site.SendAsync(HttpMethod.Post, site.At("lists"), new { displayName = title, columns, list = new { template = "genericList" } });
        var list = new TenantList(site, Text(made, "id"), count);
        for (var first = 0; first < count; first += Batch)
        {
            await list.AddAsync(first);
        }

        await list.PlaceAsync();
        return list;
    }

    /// <summary>Reads something below the list.</summary>
    public Task GetAsync(string what) => site.GetAsync(path + what);

    /// <summary>Reads something below the list by SharePoint REST.</summary>
    public Task RestAsync(string what) => site.RestAsync($"lists(guid'{id}')/{what}");

    /// <summary>Reads a link the tenant gave.</summary>
    public Task FollowAsync(string link) => site.GetAsync(link);

    /// <summary>Adds one item.</summary>
    public Task CreateAsync(int number) => site.SendAsync(HttpMethod.Post, path + "items", new { fields = Fields(number) });

    /// <summary>Changes one field of an item.</summary>
    public Task ChangeAsync(int id, int run) =>
        site.SendAsync(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{path}items/{id}/fields"), new Dictionary<string, object> { ["Note"] = $"Đã sửa {run}" });

    private static Dictionary<string, object> Fields(int number) => new()
    {
        ["Title"] = $"Kế hoạch {number}",
        ["Code"] = string.Create(CultureInfo.InvariantCulture, $"C{number:000000}"),
        ["Kind"] = number < Kinds * OfEachKind ? $"K{number % Kinds}" : $"L{number % Kinds}",
        ["Size"] = number,
        ["Note"] = "Giải quyết hồ sơ đúng hẹn.",
    };

    private async Task AddAsync(int first)
    {
        var requests = Enumerable.Range(first, Batch).Select(number => new
        {
            id = $"{number}",
            method = "POST",
            url = $"/{path}items",
            headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            body = new { fields = Fields(number) },
        });
        var answer = await site.SendAsync(HttpMethod.Post, "$batch", new { requests });
        if (answer.GetProperty("responses").EnumerateArray().Any(response => response.GetProperty("status").GetInt32() != 201))
        {
            throw new InvalidOperationException(answer.ToString());
        }
    }

    private async Task PlaceAsync()
    {
        Delta = Text(await site.GetAsync(path + "items/delta?token=latest"), "@odata.deltaLink");
        await ChangeAsync(Count, 0);
        var (until, pages) = (Count - FromTheEnd, ((Count - FromTheEnd - 1) / LargestPage) + 1);
        var link = path + string.Create(CultureInfo.InvariantCulture, $"items?$expand=fields&$top={until / pages}");
        for (var page = 0; page < pages; page++)
        {
            link = Text(await site.GetAsync(link), "@odata.nextLink");
        }

        LatePage = link.Replace(string.Create(CultureInfo.InvariantCulture, $"top={until / pages}"), "top=200", StringComparison.Ordinal);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
