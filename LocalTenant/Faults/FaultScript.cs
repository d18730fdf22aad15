using System.Text.Json;
using System.Text.Json.Serialization;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Faults;

/// <summary>The faults still to play, from a file that is read again when it changes, or posted.</summary>
internal sealed class FaultScript(string? path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Lock gate = new();
    private IReadOnlyList<Fault> faults = [];
    private DateTime readAt;

    private sealed record Script(IReadOnlyList<Fault> Faults);

    /// <summary>The fault that plays on this call, or null.</summary>
    public Fault? Next(GraphCall call)
    {
        lock (gate)
        {
            Reload();
            return faults.FirstOrDefault(fault => fault.Meet(call));
        }
    }

    /// <summary>Puts a posted script in place of the present one.</summary>
    /// <exception cref="JsonException">It is not a fault script.</exception>
    public void Replace(ReadOnlySpan<byte> json)
    {
        var script = Parse(json);
        lock (gate)
        {
            faults = script;
        }
    }

    public int Waiting()
    {
        lock (gate)
        {
            return faults.Count(fault => !fault.Spent);
        }
    }

    private void Reload()
    {
        if (path is null || !File.Exists(path) || File.GetLastWriteTimeUtc(path) == readAt)
        {
            return;
        }
        readAt = File.GetLastWriteTimeUtc(path);
        try
        {
            faults = Parse(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            // Caught half-written: what is in place keeps playing until the file changes again.
        }
    }

    private static IReadOnlyList<Fault> Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<Script>(json, Options)?.Faults ?? [];
}
