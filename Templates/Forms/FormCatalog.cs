using System.Reflection;
using System.Text.Json;

namespace HocTap.Office.Templates.Forms;

/// <summary>The forms this product knows, in the order of their codes; each is one embedded JSON file in its own folder.</summary>
public static class FormCatalog
{
    private const string Folder = "forms/";

    /// <summary>All forms.</summary>
    public static IReadOnlyList<FormDefinition> All { get; } = [.. Load().OrderBy(form => form.Code.Value, StringComparer.Ordinal)];

    /// <summary>The form of a code; null when there is none.</summary>
    public static FormDefinition? Find(FormCode code) => All.FirstOrDefault(form => form.Code == code);

    private static IEnumerable<FormDefinition> Load() =>
        EmbeddedData.Names(Folder).Select(name => EmbeddedData.Json<FormDefinition>(name));
}

/// <summary>The data files built into this assembly.</summary>
internal static class EmbeddedData
{
    private static readonly Assembly Home = typeof(EmbeddedData).Assembly;

    public static IEnumerable<string> Names(string folder) =>
        Home.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    public static T Json<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"The built-in file '{name}' is empty.");
    }

    public static byte[]? Bytes(string name)
    {
        using var stream = Home.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Stream Open(string name) =>
        Home.GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no built-in file '{name}'.");
}
