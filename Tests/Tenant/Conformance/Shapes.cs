using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>
/// What JSON looks like without its values: an object becomes its property names, an array the different shapes of
/// its elements, a value the name of its type. The code of an error is kept, because callers branch on it.
/// </summary>
internal static class Shapes
{
    public static JsonNode Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject json => OfObject(json),
        JsonArray array => new JsonArray([.. Distinct(array.Select(Of))]),
        _ => TypeOf(node.GetValueKind()),
    };

    /// <summary>Every place where the answer lacks what the shape has, or has it in another type; empty means it conforms.</summary>
    public static IEnumerable<string> Compare(JsonNode shape, JsonNode? answer, string at = "$") => (shape, answer) switch
    {
        (JsonObject expected, JsonObject given) => expected.SelectMany(member => Member(member.Key, member.Value!, given, at)),
        (JsonArray expected, JsonArray given) => expected.Index().Where(element => !given.Any(one => !Compare(element.Item!, one).Any())).Select(element => Nearest(element.Item!, given, $"{at}[{element.Index}]")),
        (JsonValue expected, _) => Value(expected.GetValue<string>(), answer, at),
        _ => [$"{at} is {(answer is null ? "absent" : TypeOf(answer.GetValueKind()))}, not {(shape is JsonObject ? "an object" : "an array")}"],
    };

    /// <summary>Names the answer has and the shape has not; shapes of array elements count together.</summary>
    public static IEnumerable<string> Beyond(JsonNode? shape, JsonNode? answer, string at = "$") => (shape, answer) switch
    {
        (JsonObject expected, JsonObject given) => given.SelectMany(member => expected.ContainsKey(member.Key)
            ? Beyond(expected[member.Key], member.Value, $"{at}.{member.Key}")
            : [$"{at}.{member.Key}"]),
        (JsonArray { Count: > 0 } expected, JsonArray given) => given.SelectMany(one => expected.Select(element => Beyond(element, one, at + "[]").ToList()).MinBy(names => names.Count)!),
        _ => [],
    };

    /// <summary>The shape without what stands at these paths, e.g. $.value[2].name.</summary>
    public static JsonNode Without(JsonNode shape, IReadOnlyList<string> paths)
    {
        var copy = shape.DeepClone();
        foreach (var path in paths)
        {
            var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)[1..];
            var holder = steps[..^1].Aggregate(copy, (node, step) => node is JsonArray array ? array[int.Parse(step, null)]! : node[step]!);
            Assert.IsTrue(holder.AsObject().Remove(steps[^1]), $"The reference has no {path}.");
        }
        return copy;
    }

    /// <summary>Every property name in a shape, at any depth.</summary>
    public static IEnumerable<string> Names(JsonNode? shape) => shape switch
    {
        JsonObject json => json.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray array => array.SelectMany(Names),
        _ => [],
    };

    private static JsonObject OfObject(JsonObject json)
    {
        var shape = new JsonObject();
        foreach (var (name, value) in json)
        {
            shape[name] = name == "error" && value is JsonObject error ? OfError(error) : Of(value);
        }
        return shape;
    }

    private static JsonObject OfError(JsonObject error)
    {
        var shape = OfObject(error);
        shape["code"] = $"={error["code"]}";
        return shape;
    }

    private static IEnumerable<JsonNode> Distinct(IEnumerable<JsonNode> shapes) => shapes.DistinctBy(shape => shape.ToJsonString());

    private static string TypeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
    };

    private static IEnumerable<string> Member(string name, JsonNode shape, JsonObject given, string at) =>
        given.ContainsKey(name) ? Compare(shape, given[name], $"{at}.{name}") : [$"{at}.{name} is missing"];

    private static IEnumerable<string> Value(string expected, JsonNode? answer, string at)
    {
        var type = answer is null ? "null" : TypeOf(answer.GetValueKind());
        if (expected[0] == '=')
        {
            return answer?.ToString() == expected[1..] ? [] : [$"{at} is '{answer}', not '{expected[1..]}'"];
        }
        // A null in an example says that the property is there, not what else it may hold.
        return expected == type || expected == "null" ? [] : [$"{at} is {type}, not {expected}"];
    }

    private static string Nearest(JsonNode element, JsonArray given, string at) => given.Count == 0
        ? $"{at} has no element to match"
        : $"{at} matches none: {string.Join("; ", given.Select(one => Compare(element, one, at).ToList()).MinBy(findings => findings.Count)!)}";
}
