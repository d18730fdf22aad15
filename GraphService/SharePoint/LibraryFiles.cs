using System.Text.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>The files of a library of the site, by their paths in it: one for each revision of a document, one for each version of a template.</summary>
internal sealed class LibraryFiles(GraphConnection graph, SiteMap map, ListSchema library)
{
    private string DriveId => map.DriveOf(library);

    /// <summary>Uploads a new file and gives its drive item id; null when the name is taken.</summary>
    public async Task<string?> UploadAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            using var body = new MemoryStream(bytes, writable: false);
            // The default of PUT is to replace; a document that exists must never be overwritten.
            var url = $"{graph.Client.RequestAdapter.BaseUrl}/drives/{DriveId}/items/root:/{Escape(path)}:/content?@microsoft.graph.conflictBehavior=fail";
            var item = await graph.Client.Drives[DriveId].Items["root"].Content.WithUrl(url).PutAsync(body, cancellationToken: cancellationToken);
            return item?.Id ?? throw new InvalidOperationException("The uploaded file came back without an id.");
        }
        catch (ODataError error) when (error.ResponseStatusCode == 409 && error.Error?.Code == "nameAlreadyExists")
        {
            return null;
        }
    }

    /// <summary>The file at a path: its drive item id and the fields of its list item; null when there is none.</summary>
    public async Task<(string Id, FieldReader Fields)?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var url = $"{graph.Client.RequestAdapter.BaseUrl}/drives/{DriveId}/items/root:/{Escape(path)}:?$expand=listItem($expand=fields)";
            var item = await graph.JsonAsync(graph.Client.Drives[DriveId].Items["root"].WithUrl(url).ToGetRequestInformation(), cancellationToken);
            var fields = item.TryGetProperty("listItem", out var listItem) && listItem.TryGetProperty("fields", out var found) ? found : default(JsonElement);
            return (item.GetProperty("id").GetString()!, new FieldReader(fields)); // every drive item has an id
        }
        catch (ODataError error) when (error.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    /// <summary>Sets columns of a file's list item.</summary>
    public async Task DescribeAsync(string id, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken) =>
        await graph.JsonAsync(Patch($"{graph.Client.RequestAdapter.BaseUrl}/drives/{DriveId}/items/{id}/listItem/fields", fields), cancellationToken);

    /// <summary>The bytes of the file at a path; null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var url = $"{graph.Client.RequestAdapter.BaseUrl}/drives/{DriveId}/items/root:/{Escape(path)}:/content";
            await using var stream = await graph.Client.Drives[DriveId].Items["root"].Content.WithUrl(url).GetAsync(cancellationToken: cancellationToken)
                ?? throw new InvalidOperationException("The file came back without content.");
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (ODataError error) when (error.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    // The SDK knows the list item of a file only for reading.
    private RequestInformation Patch(string url, IReadOnlyDictionary<string, object?> fields)
    {
        var request = new RequestInformation { HttpMethod = Method.PATCH, URI = new Uri(url) };
        var values = new FieldValueSet { AdditionalData = fields.ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal) };
        request.SetContentFromParsable(graph.Client.RequestAdapter, "application/json", values);
        return request;
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
