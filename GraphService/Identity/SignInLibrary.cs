using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace HocTap.Office.GraphService.Identity;

/// <summary>The files of @azure/msal-browser that the build puts beside the program where npm is present; served only with Entra.</summary>
internal static class SignInLibrary
{
    /// <summary>The library itself, which sets the global <c>msal</c>.</summary>
    public const string Main = "msal-browser.min.js";

    /// <summary>What the page does that Entra sends people back to, as the global <c>msalRedirectBridge</c>; version 5 needs it.</summary>
    public const string Bridge = "msal-redirect-bridge.min.js";

    private static readonly string[] Files = [Main, Bridge];
    private static readonly ConcurrentDictionary<string, Lazy<Packed>> Known = new(StringComparer.Ordinal);

    /// <summary>The path of the first file that is not there; null when all are.</summary>
    public static string? Missing() => Files.Select(PathOf).FirstOrDefault(file => !File.Exists(file));

    /// <summary>Maps <c>/signin/library/{file}</c>.</summary>
    public static void MapSignInLibrary(this IEndpointRouteBuilder routes) => routes.MapGet("/signin/library/{file}", Serve).AllowAnonymous().ExcludeFromDescription();

    private static IResult Serve(string file, HttpContext context)
    {
        if (!Files.Contains(file, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        var packed = Known.GetOrAdd(file, name => new(() => Pack(PathOf(name)))).Value;
        var zipped = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        (context.Response.Headers.CacheControl, context.Response.Headers.Vary) = ("no-cache", "Accept-Encoding");
        if (zipped)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(zipped ? packed.Zipped : packed.Plain, "text/javascript; charset=utf-8", entityTag: new($"\"{packed.Tag}{(zipped ? "-gz" : "")}\""));
    }

    private static Packed Pack(string path)
    {
        var plain = File.ReadAllBytes(path);
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return new(plain, zipped.ToArray(), Convert.ToHexString(SHA256.HashData(plain).AsSpan(0, 8)));
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "wwwroot", "msal", file);

    private sealed record Packed(byte[] Plain, byte[] Zipped, string Tag);
}
