using System.Text.Json;

namespace HocTap.Office.GraphService.Forms;

/// <summary>Reads JSON bodies whose absence or fault is an answer of ours, not the framework's.</summary>
internal static class JsonBody
{
    /// <summary>The body; null when it is missing or not JSON of this shape, broken text inside it included.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<T>(cancellationToken) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
