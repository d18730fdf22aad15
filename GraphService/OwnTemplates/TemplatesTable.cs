using System.Data.Common;
using Dapper;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>The SQL of templates of organizations' own.</summary>
internal static class TemplatesTable
{
    private const string Columns = "id Id, campaign Campaign, organization Organization, form Form, version Version, registered_by RegisteredBy, registered_at RegisteredAt";

    /// <summary>All, the newest version of each first.</summary>
    public static async Task<IReadOnlyList<RegisteredTemplate>> AllAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<Stored>($"SELECT {Columns} FROM templates ORDER BY campaign, form, organization, version DESC")).Select(stored => stored.ToTemplate())];

    /// <summary>A template by its id; null when there is none.</summary>
    public static async Task<RegisteredTemplate?> FindAsync(DbConnection connection, SubmissionId id) =>
        (await connection.QuerySingleOrDefaultAsync<Stored>($"SELECT {Columns} FROM templates WHERE id = @id", new { id = id.ToString() }))?.ToTemplate();

    /// <summary>The newest version; null when there is none yet.</summary>
    public static async Task<RegisteredTemplate?> NewestAsync(DbTransaction transaction, string campaign, string organization, string form) => (await transaction.Connection!.QueryFirstOrDefaultAsync<Stored>( // a running transaction has its connection
        $"SELECT {Columns} FROM templates WHERE campaign = @campaign AND organization = @organization AND form = @form ORDER BY version DESC LIMIT 1", new { campaign, organization, form }, transaction))?.ToTemplate();

    /// <summary>Adds a version on its way to the library, with its file.</summary>
    public static Task AddAsync(DbTransaction transaction, RegisteredTemplate template, byte[] bytes) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO own_templates (id, campaign, organization, form, version, registered_by, registered_at, file_name, bytes) VALUES (@id, @Campaign, @Organization, @Form, @Version, @RegisteredBy, @at, @FileName, @bytes)",
        new { id = template.Id.ToString(), template.Campaign, template.Organization, template.Form, template.Version, template.RegisteredBy, at = VietnamTime.Stored(template.RegisteredAt), template.FileName, bytes }, transaction);

    /// <summary>The file of a version; null while it is not fetched.</summary>
    public static Task<byte[]?> BytesAsync(DbConnection connection, SubmissionId id, DbTransaction? transaction = null) => connection.QuerySingleOrDefaultAsync<byte[]?>(
        "SELECT bytes FROM own_templates WHERE id = @id UNION ALL SELECT bytes FROM mirror_template_files WHERE id = @id LIMIT 1", new { id = id.ToString() }, transaction);

    /// <summary>The versions whose file is still to be fetched, with its name in the library.</summary>
    public static async Task<IReadOnlyList<RegisteredTemplate>> UnfetchedAsync(DbConnection connection) => [.. (await connection.QueryAsync<Stored>(
        $"SELECT {Columns} FROM mirror_formtemplates m WHERE NOT EXISTS (SELECT 1 FROM mirror_template_files f WHERE f.id = m.id) AND NOT EXISTS (SELECT 1 FROM own_templates o WHERE o.id = m.id)")).Select(stored => stored.ToTemplate())];

    /// <summary>Keeps a fetched file; one that is there stays.</summary>
    public static Task KeepAsync(DbTransaction transaction, SubmissionId id, byte[] bytes) =>
        transaction.Connection!.ExecuteAsync("INSERT OR IGNORE INTO mirror_template_files (id, bytes) VALUES (@id, @bytes)", new { id = id.ToString(), bytes }, transaction);

    private sealed record Stored(string Id, string Campaign, string Organization, string Form, long Version, string RegisteredBy, string RegisteredAt)
    {
        public RegisteredTemplate ToTemplate() => new(SubmissionId.Parse(Id), Campaign, Organization, Form, (int)Version, RegisteredBy, RegisteredAt.Length == 0 ? default : VietnamTime.Parse(RegisteredAt));
    }
}
