using System.Data.Common;
using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Defaults;

/// <summary>The SQL of what clerks keep.</summary>
internal static class DefaultsTable
{
    /// <summary>What is kept for an organization in a campaign; version 0 when nothing is.</summary>
    public static async Task<UnitDefaults> FindAsync(DbConnection connection, string campaign, Organization organization, DbTransaction? transaction = null) =>
        await connection.QuerySingleOrDefaultAsync<Stored>(
            "SELECT version Version, fields Fields FROM defaults WHERE campaign = @campaign AND organization = @Code", new { campaign, organization.Code }, transaction) is { } stored
            ? new UnitDefaults(campaign, organization.Code, (int)stored.Version, JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Fields) ?? [])
            : UnitDefaults.None(campaign, organization);

    /// <summary>Everything that is kept, of all organizations and campaigns.</summary>
    public static IReadOnlyList<UnitDefaults> All(DbConnection connection) =>
        [.. connection.Query<StoredOf>("SELECT campaign Campaign, organization Organization, version Version, fields Fields FROM defaults")
            .Select(stored => new UnitDefaults(stored.Campaign, stored.Organization, (int)stored.Version, JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Fields) ?? []))];

    /// <summary>Keeps values in place of those before.</summary>
    public static Task SaveAsync(DbTransaction transaction, UnitDefaults defaults, string savedBy, DateTimeOffset now) => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        "INSERT OR REPLACE INTO defaults (campaign, organization, version, fields, saved_by, saved_at) VALUES (@Campaign, @Organization, @Version, @fields, @savedBy, @savedAt)",
        new { defaults.Campaign, defaults.Organization, defaults.Version, fields = JsonSerializer.Serialize(defaults.Fields), savedBy, savedAt = VietnamTime.Stored(now) }, transaction);

    private sealed record StoredOf(string Campaign, string Organization, long Version, string Fields);

    private sealed record Stored(long Version, string Fields);
}
