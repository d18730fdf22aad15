using System.Text.Json;
using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The service worker of the pages: <c>GET /sw.js</c>, with the release it belongs to and the files it keeps written before its code, so that each release is another script.</summary>
internal static class ServiceWorker
{
    private const string Code = "worker/worker.js";

    // What signing in at Entra needs is of no use without a network, and large.
    private const int LargestFile = 100_000;

    private static readonly string[] Folders = ["lib/", "office/", "pane/", "shell/", "signin/"];

    // Packed, a page has one module and the parts that it shares or comes to need.
    private static readonly string[] Modules = StaticFile.Bundle.Length == 0 ? Folders : [.. Folders.Append("chunks/").Select(folder => StaticFile.Bundle + folder)];

    private static readonly string[] Kept = ["fonts/", "icons/icon-32.png", "app.css", "texts/", .. Modules];

    /// <summary>Maps <c>/sw.js</c>. At the root, because a worker serves only what lies below it.</summary>
    public static void MapServiceWorker(this IEndpointRouteBuilder routes) => routes.MapGet("/sw.js", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, Release release, CancellationToken cancellationToken)
    {
        var (name, files) = (release.Name, release.Files);
        using var code = new StreamReader(files.Single(file => file.Path == Code).File.CreateReadStream());
        var kept = files.Where(file => file.File.Length <= LargestFile && Kept.Any(part => file.Path.StartsWith(part, StringComparison.Ordinal)));
        var shell = JsonSerializer.Serialize(new { release = name, files = kept.Select(file => StaticFile.At(file.Path, name)) }, JsonSerializerOptions.Web);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Content($"self.SHELL = {shell};\n{await code.ReadToEndAsync(cancellationToken)}", "text/javascript; charset=utf-8");
    }
}
