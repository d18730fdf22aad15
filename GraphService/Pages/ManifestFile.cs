namespace HocTap.Office.GraphService.Pages;

/// <summary>The add-in's manifest with the address it is served from.</summary>
internal static class ManifestFile
{
    // What stands in the committed file, so that it can also be sideloaded as it is during development.
    private const string CommittedAddress = "https://localhost:5443";

    /// <summary>Maps <c>/manifest.xml</c>.</summary>
    public static void MapManifest(this IEndpointRouteBuilder routes) => routes.MapGet("/manifest.xml", ManifestAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ManifestAsync(HttpRequest request, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest.xml"), cancellationToken);
        var address = configuration["Pages:PublicAddress"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return TypedResults.Content(text.Replace(CommittedAddress, address, StringComparison.Ordinal), "application/xml; charset=utf-8");
    }
}
