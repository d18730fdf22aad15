using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>
/// The models of the Graph SDK are generated from Microsoft's own metadata: a property they don't know, or can't read
/// in the type it comes in, is one that Graph has not.
/// </summary>
internal static class SdkModels
{
    // Recorded by several, in no metadata.
    private static readonly string[] Recorded = ["email"];

    public static async Task<IReadOnlyList<string>> UnknownAsync(string model, JsonNode answer)
    {
        var type = typeof(ListItem).Assembly.GetType($"Microsoft.Graph.Models.{model}", throwOnError: true)!;
        var findings = new List<string>();
        foreach (var one in answer["value"] is JsonArray values ? values.Select(value => value!) : [answer])
        {
            var read = (await KiotaJsonSerializer.DeserializeAsync(type, one.ToJsonString()))!;
            findings.AddRange(Additional(read, model));
            var again = JsonNode.Parse(await KiotaJsonSerializer.SerializeAsStringAsync(read, false, default));
            findings.AddRange(Shapes.Compare(Shapes.Of(one), again, model).Where(finding => finding.EndsWith("missing", StringComparison.Ordinal) && !finding.Contains('@', StringComparison.Ordinal)));
        }
        return [.. findings.Distinct()];
    }

    // fieldValueSet is open: its members are the list's columns.
    private static IEnumerable<string> Additional(IParsable read, string at)
    {
        if (read is FieldValueSet)
        {
            return [];
        }
        var own = read is IAdditionalDataHolder { AdditionalData: { } data } ? data.Keys.Where(name => !name.Contains('@', StringComparison.Ordinal) && !Recorded.Contains(name)) : [];
        var inner = read.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not "BackingStore" and not "AdditionalData")
            .SelectMany(property => Parts(property.GetValue(read)).SelectMany(part => Additional(part, $"{at}.{property.Name}")));
        return [.. own.Select(name => $"{at}.{name} is not in Graph's metadata"), .. inner];
    }

    private static IEnumerable<IParsable> Parts(object? value) => value switch
    {
        IParsable one => [one],
        IEnumerable many and not string => many.OfType<IParsable>(),
        _ => [],
    };
}
