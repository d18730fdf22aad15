using System.Text.Json;
using HocTap.Office.Templates.Filling;

namespace HocTap.Office.Benchmarks;

/// <summary>Filling as one of the peers of a harness that compares fillers: template bytes to document bytes, over and over.</summary>
/// <remarks>Called as <c>VERB template.docx data.json SECONDS out.docx</c>; prints one line, <c>docs_per_s=… docs=… wall_s=… cpu_s=… out_bytes=… peak_kb=…</c>.</remarks>
internal static class FillPeer
{
    /// <summary>Each document starts from the template's bytes.</summary>
    public static void FromBytes(string[] arguments)
    {
        var (template, values) = Load(arguments);
        PeerClock.Run(() => DocxTemplate.FromBytes(template).Fill(values), arguments[2], arguments[3]);
    }

    /// <summary>The template is kept between documents.</summary>
    public static void Compiled(string[] arguments)
    {
        var (template, values) = Load(arguments);
        var compiled = DocxTemplate.FromBytes(template);
        PeerClock.Run(() => compiled.Fill(values), arguments[2], arguments[3]);
    }

    private static (byte[] Template, TemplateValues Values) Load(string[] arguments)
    {
        using var data = JsonDocument.Parse(File.ReadAllBytes(arguments[1]));
        return (File.ReadAllBytes(arguments[0]), ValuesOf(data.RootElement));
    }

    // Tags are the names of the data, a list's rows its objects.
    private static TemplateValues ValuesOf(JsonElement data)
    {
        var lists = data.EnumerateObject().Where(item => item.Value.ValueKind == JsonValueKind.Array);
        var texts = data.EnumerateObject().Where(item => item.Value.ValueKind != JsonValueKind.Array);
        return new TemplateValues(
            texts.ToDictionary(item => item.Name, item => item.Value.ToString()),
            lists.ToDictionary(item => item.Name, item => (IReadOnlyList<TemplateValues>)[.. item.Value.EnumerateArray().Select(ValuesOf)]));
    }
}
