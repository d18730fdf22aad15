using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>
/// What a case may name: the tenant's site and application, and lists, items and files of its own that are made
/// the first time they are named. {list} holds two items with Name, Color, Quantity (indexed) and Weight; {file} is a
/// text file of three versions in {folder} of {drive}.
/// </summary>
internal sealed partial class CaseWorld(TenantApp app, HttpClient http, int number, CancellationToken token)
{
    private readonly Dictionary<string, string> known = new()
    {
        ["site"] = app.Site,
        ["host"] = app.Server.SiteHost,
        ["sitePath"] = app.Server.SitePath,
        ["client"] = app.Server.ClientId,
        ["root"] = app.Server.BaseAddress + "v1.0",
        ["soon"] = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
    };

    public void Save(string name, string value) => known[name] = value;

    public async Task<string> FillAsync(string text)
    {
        foreach (var name in Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct())
        {
            text = text.Replace($"{{{name}}}", await GetAsync(name), StringComparison.Ordinal);
        }
        return text;
    }

    private async Task<string> GetAsync(string name)
    {
        if (!known.TryGetValue(name, out var value))
        {
            await MakeAsync(name);
            value = known[name];
        }
        return value;
    }

    private Task MakeAsync(string name) => name switch
    {
        "list" or "listTitle" or "item" => MakeListAsync(),
        "drive" or "library" or "libraryTitle" => MakeLibraryAsync(),
        "file" or "folder" or "fileItem" => MakeFileAsync(),
        _ => throw new KeyNotFoundException($"A case names {{{name}}}, which nothing has saved."),
    };

    private async Task MakeListAsync()
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Inventory {number}");
        JsonObject[] columns = [Text("Name"), Text("Color"), new() { ["name"] = "Quantity", ["indexed"] = true, ["number"] = new JsonObject() }, new() { ["name"] = "Weight", ["number"] = new JsonObject() }];
        var list = await SendAsync(HttpMethod.Post, $"sites/{app.Site}/lists", new() { ["displayName"] = title, ["columns"] = new JsonArray([.. columns]) });
        (known["list"], known["listTitle"]) = ((string)list["id"]!, title);
        var item = await AddAsync("Gadget", "Red", 503);
        await AddAsync("Widget", "Blue", 2357);
        known["item"] = item;
    }

    private async Task<string> AddAsync(string name, string color, int quantity)
    {
        var fields = new JsonObject { ["Title"] = name, ["Name"] = name, ["Color"] = color, ["Quantity"] = quantity };
        return (string)(await SendAsync(HttpMethod.Post, $"sites/{app.Site}/lists/{known["list"]}/items", new() { ["fields"] = fields }))["id"]!;
    }

    private async Task MakeLibraryAsync()
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Files {number}");
        var library = await SendAsync(HttpMethod.Post, $"sites/{app.Site}/lists", new() { ["displayName"] = title, ["list"] = new JsonObject { ["template"] = "documentLibrary" } });
        (known["library"], known["libraryTitle"]) = ((string)library["id"]!, title);
        known["drive"] = (string)(await Batches.GetAsync(http, $"sites/{app.Site}/lists/{known["library"]}/drive", token))["id"]!;
    }

    private async Task MakeFileAsync()
    {
        var drive = await GetAsync("drive");
        for (var version = 1; version <= 3; version++)
        {
            using var content = new StringContent(new string('x', version * 100), Encoding.UTF8, "text/plain");
            using var response = await http.PutAsync(new Uri($"drives/{drive}/root:/FolderA/File.txt:/content", UriKind.Relative), content, token);
            var file = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(token))!;
            (known["file"], known["folder"]) = ((string)file["id"]!, (string)file["parentReference"]!["id"]!);
        }
        known["fileItem"] = (string)(await Batches.GetAsync(http, $"drives/{drive}/items/{known["file"]}/listItem", token))["id"]!;
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var response = await http.SendAsync(request, token);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(token))!;
    }

    private static JsonObject Text(string name) => new() { ["name"] = name, ["text"] = new JsonObject() };

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
