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
    // Identities were recorded with it; the metadata has it for some kinds only.
    private const string Recorded = "email";

    /// <summary>What Graph does not know; names the reference itself has are known from there.</summary>
    public static async Task<IReadOnlyList<string>> UnknownAsync(string model, JsonNode answer, IReadOnlySet<string> documented)
    {
        var type = typeof(ListItem).Assembly.GetType($"Microsoft.Graph.Models.{model}", throwOnError: true)!;
        var findings = new List<string>();
        foreach (var one in answer["value"] is JsonArray values ? values.Select(value => value!) : [answer])
        {
            var read = (await KiotaJsonSerializer.DeserializeAsync(type, one.ToJsonString()))!;
            var again = JsonNode.Parse(await KiotaJsonSerializer.SerializeAsStringAsync(read, false, default));
            findings.AddRange(Additional(read, model).Where(path => path.Split('.')[^1] is var name && name != Recorded && !documented.Contains(name)).Select(path => path + " is not in Graph's metadata"));
            findings.AddRange(Lost(one, again, model));
        }
        return [.. findings.Distinct()];
    }

    // Null tells nothing, annotations are not part of a model.
    private static IEnumerable<string> Lost(JsonNode sent, JsonNode? read, string at) => sent switch
    {
        JsonObject json => json.Where(member => member.Value is not null && !member.Key.Contains('@', StringComparison.Ordinal))
            .SelectMany(member => read?[member.Key] is { } kept ? Lost(member.Value!, kept, $"{at}.{member.Key}") : [$"{at}.{member.Key} comes in a type Graph does not read"]),
        JsonArray array => array.Index().SelectMany(one => one.Item is null ? [] : Lost(one.Item, read?[one.Index], $"{at}[{one.Index}]")),
        _ => [],
    };

    // fieldValueSet is open: its members are the list's columns.
    private static IEnumerable<string> Additional(IParsable read, string at)
    {
        if (read is FieldValueSet)
        {
            return [];
        }
        var own = read is IAdditionalDataHolder { AdditionalData: { } data } ? data.Keys.Where(name => !name.Contains('@', StringComparison.Ordinal)) : [];
        var inner = read.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not "BackingStore" and not "AdditionalData")
            .SelectMany(property => Parts(property.GetValue(read)).SelectMany(part => Additional(part, $"{at}.{property.Name}")));
        return [.. own.Select(name => $"{at}.{name}"), .. inner];
    }

    private static IEnumerable<IParsable> Parts(object? value) => value switch
    {
        IParsable one => [one],
        IEnumerable many and not string => many.OfType<IParsable>(),
        _ => [],
    };
}
