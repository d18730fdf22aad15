using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HocTap.Office.Tests.Tenant.Conformance;

/// <summary>One HTTP call; {names} in path, headers and body are what the case has been given or has saved.</summary>
internal record CaseCall
{
    /// <summary>Absent: the method of the reference.</summary>
    public string? Method { get; init; }

    /// <summary>Below /v1.0; one that starts with a whole address, /_local or /sites/…/_api is taken as it stands.</summary>
    public string Path { get; init; } = "";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonNode? Body { get; init; }

    /// <summary>A body that is no JSON.</summary>
    public string? Raw { get; init; }

    /// <summary>Names for later calls: a JSON pointer into the answer, and with #name one query option of the link found there.</summary>
    public IReadOnlyDictionary<string, string> Save { get; init; } = new Dictionary<string, string>();
}

/// <summary>How one documented or recorded exchange is made here, and what of it is different on purpose.</summary>
internal sealed record ConformanceCase : CaseCall
{
    /// <summary>The name of the reference file, without .json; its derived shape is in shapes.json.</summary>
    public required string Reference { get; init; }

    public IReadOnlyList<CaseCall> Before { get; init; } = [];

    /// <summary>The model of the Graph SDK that must know every property of the answer (of each element, when it is a collection).</summary>
    public string? Model { get; init; }

    /// <summary>No property but those of the reference may come, besides the names given here; absent when it shows only some.</summary>
    public IReadOnlyList<string>? Exactly { get; init; }

    /// <summary>Whether the gateway of GraphService makes this call: then nothing may be different.</summary>
    public bool Gateway { get; init; }

    /// <summary>The status here, where it is not the documented one.</summary>
    public int? Status { get; init; }

    /// <summary>What is left out of the reference's shape, as paths like $.value[2].name: difference, or a person's property where here an application acts.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Why this differs on purpose; FIDELITY.md has a line for it under the reference's name.</summary>
    public string? Different { get; init; }

    /// <summary>The newer page or the recording that says otherwise; that one is held, this one is not.</summary>
    public string? Superseded { get; init; }

    /// <summary>True when the tenant does not have this call: it answers 501.</summary>
    public bool Missing { get; init; }

    /// <summary>The tenant makes this call itself: the test that receives it, instead of a case.</summary>
    public string? Inbound { get; init; }

    public override string ToString() => Reference;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>All cases, from Cases/*.json.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<IReadOnlyList<ConformanceCase>>(File.ReadAllText(file), Options)!),
    ];

    private static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "Tenant", "Conformance", "Cases");
}
