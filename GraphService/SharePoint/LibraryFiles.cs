using System.Text.Json;
using Microsoft.Kiota.Abstractions;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The files of a library of the site, by their paths in it: one for each revision of a document, one for each version of a template.</summary>
internal sealed class LibraryFiles(GraphConnection graph, SiteMap map, KnownItems known, ListSchema library)
{
    /// <summary>Uploads a new file and gives its drive item id; null when the name is taken.</summary>
    public async Task<string?> UploadAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            // The default of PUT is to replace; a document that exists must never be overwritten.
            var request = Request(Method.PUT, $"root:/{Escape(path)}:/content?@microsoft.graph.conflictBehavior=fail");
            using var body = new MemoryStream(bytes, writable: false);
            request.SetStreamContent(body, "application/octet-stream");
            return await RememberAsync(path, (await graph.JsonAsync(request, cancellationToken)).GetProperty("id").GetString()!); // every drive item has an id
        }
        catch (SharePointException refused) when (refused.Status == 409 && refused.Is("nameAlreadyExists"))
        {
            return null;
        }
    }

    /// <summary>The drive item id of the file at a path, from memory when it was there before; null when there is none.</summary>
    public async Task<string?> IdOfAsync(string path, CancellationToken cancellationToken) =>
        await known.FindAsync(map.IdOf(library), path) ?? (await FindAsync(path, cancellationToken) is { } file ? await RememberAsync(path, file.Id) : null);

    /// <summary>The file at a path: its drive item id and the fields of its list item; null when there is none.</summary>
    public async Task<(string Id, FieldReader Fields)?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var item = await graph.JsonAsync(Request(Method.GET, $"root:/{Escape(path)}:?$expand=listItem($expand=fields)"), cancellationToken);
            var fields = item.TryGetProperty("listItem", out var listItem) && listItem.TryGetProperty("fields", out var found) ? found : default(JsonElement);
            return (item.GetProperty("id").GetString()!, new FieldReader(fields)); // every drive item has an id
        }
        catch (SharePointException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The bytes of the file at a path; null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.BytesAsync(Request(Method.GET, $"root:/{Escape(path)}:/content"), cancellationToken);
        }
        catch (SharePointException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    private async Task<string> RememberAsync(string path, string id)
    {
        await known.RememberAsync([new KnownItem(map.IdOf(library), path, id)]);
        return id;
    }

    private RequestInformation Request(Method method, string path) => new() { HttpMethod = method, URI = new Uri($"{graph.BaseAddress}/drives/{map.DriveOf(library)}/items/{path}") };

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
