using System.Text.Json;
using Dapper;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using Microsoft.Data.Sqlite;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Writes what delta brings into the mirror tables: one way for each list of the schema.</summary>
internal sealed class Mirror(Database database, ILogger<Mirror> logger)
{
    /// <summary>Where a list's delta goes on; null from the start.</summary>
    public async Task<string?> LinkAsync(ListSchema list)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>("SELECT link FROM delta_links WHERE list = @Name", new { list.Name });
    }

    /// <summary>Applies a page of changes and remembers the link, both or neither.</summary>
    public Task<int> ApplyAsync(ListSchema list, DeltaPage page, bool remember = true) => database.WriteAsync(async transaction =>
    {
        foreach (var item in page.Items)
        {
            await (item.Deleted ? DeleteAsync(transaction, list, item.ItemId) : UpsertAsync(transaction, list, item));
        }

        await SettleAsync(transaction);
        if (remember)
        {
            await RememberAsync(transaction, list, page.Link);
        }

        return page.Items.Count;
    });

    /// <summary>Drops every mirrored item of a list that a full reading did not bring, and remembers where its delta goes on.</summary>
    public Task<int> KeepOnlyAsync(ListSchema list, IReadOnlySet<string> present, string link) => database.WriteAsync(async transaction =>
    {
        var filter = RegisterOf(list) is { } register ? $"WHERE register = '{register.Name}'" : "";
        var mirrored = await transaction.Connection!.QueryAsync<string>($"SELECT item_id FROM {TableOf(list)} {filter}", transaction: transaction);
        var gone = mirrored.Where(itemId => !present.Contains(itemId)).ToList();
        foreach (var itemId in gone)
        {
            await DeleteAsync(transaction, list, itemId);
        }

        await RememberAsync(transaction, list, link);
        return gone.Count;
    });

    private static Task RememberAsync(SqliteTransaction transaction, ListSchema list, string link) => transaction.Connection!.ExecuteAsync( // a running transaction has its connection
        "INSERT INTO delta_links (list, link) VALUES (@Name, @link) ON CONFLICT (list) DO UPDATE SET link = excluded.link", new { list.Name, link }, transaction);

    /// <summary>The table a list is mirrored in.</summary>
    internal static string TableOf(ListSchema list) => RegisterOf(list) is not null ? "mirror_rows" : $"mirror_{list.Name.ToLowerInvariant()}";

    /// <summary>The register whose rows a list holds; null for other lists.</summary>
    internal static Register? RegisterOf(ListSchema list) => Register.All.FirstOrDefault(register => register.List == list);

    /// <summary>True for what a library holds beside filed documents and registered templates: folders, files whose columns are still to come, and files saved under another name, which carry a foreign id.</summary>
    internal static bool IsLeftOut(ListSchema list, SiteItem item) => list.IsLibrary
        && (!SubmissionId.TryParse(item.Fields.Text(list == SiteSchema.Submissions ? "SubmissionId" : "TemplateId"), out var id) || !item.Fields.Text("FileLeafRef").Contains($"_{id.Short}.", StringComparison.Ordinal));

    private static Task DeleteAsync(SqliteTransaction transaction, ListSchema list, string itemId) => list == SiteSchema.Completion
        ? Task.CompletedTask
        : transaction.Connection!.ExecuteAsync($"DELETE FROM {TableOf(list)} WHERE item_id = @itemId {(RegisterOf(list) is null ? "" : "AND register = @register")}", new { itemId, register = RegisterOf(list)?.Name }, transaction);

    private Task UpsertAsync(SqliteTransaction transaction, ListSchema list, SiteItem item) => list switch
    {
        _ when list == SiteSchema.Campaigns => ReplaceAsync(transaction, "mirror_campaigns", Campaign(item)),
        _ when list == SiteSchema.Organizations => ReplaceAsync(transaction, "mirror_organizations", Organization(item)),
        _ when list == SiteSchema.People => ReplaceAsync(transaction, "mirror_people", Person(item)),
        _ when list == SiteSchema.Roles => ReplaceAsync(transaction, "mirror_roles", Role(item)),
        _ when list == SiteSchema.Submissions => SubmissionAsync(transaction, item),
        _ when list == SiteSchema.Reviews => ReviewAsync(transaction, item),
        _ when list == SiteSchema.FormTemplates => IsLeftOut(list, item) ? Task.CompletedTask : ReplaceAsync(transaction, "mirror_formtemplates", Template(item)),
        _ => RegisterOf(list) is { } register ? ReplaceAsync(transaction, "mirror_rows", Row(register, item)) : Task.CompletedTask,
    };

    // Columns come from the dictionaries below, never from outside.
    private static Task ReplaceAsync(SqliteTransaction transaction, string table, Dictionary<string, object?> values) =>
        transaction.Connection!.ExecuteAsync($"INSERT OR REPLACE INTO {table} ({string.Join(", ", values.Keys)}) VALUES ({string.Join(", ", values.Keys.Select(name => $"@{name}"))})", values, transaction);

    private async Task SubmissionAsync(SqliteTransaction transaction, SiteItem item)
    {
        var (id, file) = (item.Fields.Text("SubmissionId"), item.Fields.Text("FileLeafRef"));
        if (IsLeftOut(SiteSchema.Submissions, item))
        {
            if (id.Length > 0)
            {
                logger.ForeignFile(file, id);
            }

            return;
        }

        if (SubmissionStatus.FindLabel(item.Fields.Text("Status")) is not { } status || item.Fields.Instant("ReceivedAt") is null)
        {
            logger.UnknownStatus(SiteSchema.Submissions.Name, item.ItemId, item.Fields.Text("Status"));
            return;
        }

        var row = Submission(item, status);
        if (await StateKnownAsync(transaction, row) is { } known && known != status.Code)
        {
            (row["status"], row["flag"]) = (known, status.Code);
            logger.StatusChangedByHand(item.ItemId, status.Code, known);
        }

        await ReplaceAsync(transaction, "mirror_submissions", row);
    }

    // Every state we write comes with a version of its own: another label at a version we know was put there by hand, and is not honoured.
    private static Task<string?> StateKnownAsync(SqliteTransaction transaction, Dictionary<string, object?> row) => transaction.Connection!.QuerySingleOrDefaultAsync<string?>(
        "SELECT status FROM mirror_submissions WHERE id = @id AND version = @version", new { id = row["id"], version = row["version"] }, transaction);

    private async Task ReviewAsync(SqliteTransaction transaction, SiteItem item)
    {
        if (SubmissionStatus.Find(item.Fields.Text("Decision")) is null || !SubmissionId.TryParse(item.Fields.Text("SubmissionId"), out _) || item.Fields.Instant("ReviewedAt") is null)
        {
            logger.UnknownStatus(SiteSchema.Reviews.Name, item.ItemId, item.Fields.Text("Decision"));
            return;
        }

        await ReplaceAsync(transaction, "mirror_reviews", Review(item));
    }

    // Our own operations need no overlay any more once delta shows what they wrote.
    private static Task SettleAsync(SqliteTransaction transaction) => transaction.Connection!.ExecuteAsync(
        """
        DELETE FROM own_submissions WHERE EXISTS (SELECT 1 FROM mirror_submissions m WHERE m.id = own_submissions.id AND m.version >= own_submissions.version);
        DELETE FROM own_rows WHERE EXISTS (SELECT 1 FROM mirror_rows m WHERE m.register = own_rows.register AND m.row_id = own_rows.row_id
          AND m.submission_id = own_rows.submission_id AND m.is_current = own_rows.is_current);
        DELETE FROM own_reviews WHERE EXISTS (SELECT 1 FROM mirror_reviews m WHERE m.id = own_reviews.id);
        INSERT OR IGNORE INTO mirror_template_files (id, bytes) SELECT id, bytes FROM own_templates o WHERE EXISTS (SELECT 1 FROM mirror_formtemplates m WHERE m.id = o.id);
        DELETE FROM own_templates WHERE EXISTS (SELECT 1 FROM mirror_formtemplates m WHERE m.id = own_templates.id);
        DELETE FROM documents WHERE EXISTS (SELECT 1 FROM mirror_submissions m WHERE m.id = documents.submission_id);
        """, transaction: transaction);

    private static Dictionary<string, object?> Campaign(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["code"] = item.Fields.Text("Code"),
        ["settings"] = item.Fields.Text("Settings"),
    };

    private static Dictionary<string, object?> Template(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["id"] = SubmissionId.Parse(item.Fields.Text("TemplateId")).ToString(),
        ["campaign"] = item.Fields.Text("Campaign"),
        ["organization"] = item.Fields.Text("Organization"),
        ["form"] = item.Fields.Text("Form"),
        ["version"] = item.Fields.Number("TemplateVersion"),
        ["registered_by"] = item.Fields.Text("RegisteredBy"),
        ["registered_at"] = item.Fields.Instant("RegisteredAt") ?? "",
        ["file_name"] = item.Fields.Text("FileLeafRef"),
    };

    private static Dictionary<string, object?> Organization(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["code"] = item.Fields.Text("Code"),
        ["kind"] = item.Fields.Text("Kind"),
        ["name"] = item.Fields.Text("Name"),
        ["header_superior"] = item.Fields.Text("HeaderSuperior"),
        ["header_name"] = item.Fields.Text("HeaderName"),
        ["heading"] = item.Fields.Text("HeadingVariant"),
        ["parent_code"] = item.Fields.OptionalText("ParentCode"),
        ["place_name"] = item.Fields.Text("PlaceName"),
        ["email"] = item.Fields.Text("Email"),
    };

    private static Dictionary<string, object?> Person(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["code"] = item.Fields.Text("Code"),
        ["full_name"] = item.Fields.Text("FullName"),
        ["date_of_birth"] = item.Fields.Day("DateOfBirth"),
        ["email"] = item.Fields.Text("Email"),
        ["organization_code"] = item.Fields.Text("OrganizationCode"),
        ["position"] = item.Fields.Text("Position"),
        ["party_position"] = item.Fields.Text("PartyPosition"),
        ["government_position"] = item.Fields.Text("GovernmentPosition"),
        ["category"] = item.Fields.Text("Category"),
        ["is_party_member"] = item.Fields.Boolean("IsPartyMember"),
        ["is_committee_member"] = item.Fields.Boolean("IsCommitteeMember"),
        ["is_leader"] = item.Fields.Boolean("IsLeader"),
        ["is_head"] = item.Fields.Boolean("IsHead"),
        ["managing_organization"] = item.Fields.OptionalText("ManagingOrganization"),
    };

    private static Dictionary<string, object?> Role(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["person_code"] = item.Fields.Text("PersonCode"),
        ["role"] = item.Fields.Text("Role"),
        ["organization_code"] = item.Fields.Text("OrganizationCode"),
    };

    private static Dictionary<string, object?> Submission(SiteItem item, SubmissionStatus status) => new()
    {
        ["item_id"] = item.ItemId,
        ["id"] = item.Fields.Text("SubmissionId"),
        ["version"] = item.Fields.Number("StateVersion"),
        ["campaign"] = item.Fields.Text("Campaign"),
        ["organization"] = item.Fields.Text("Organization"),
        ["form"] = item.Fields.Text("Form"),
        ["person"] = item.Fields.OptionalText("Person"),
        ["person_name"] = item.Fields.Text("PersonName"),
        ["status"] = status.Code,
        ["received_at"] = item.Fields.Instant("ReceivedAt") ?? "",
        ["submitted_by"] = item.Fields.Text("SubmittedBy"),
        ["content_hash"] = item.Fields.Text("ContentHash"),
        ["revision"] = item.Fields.Number("Revision"),
        ["late"] = item.Fields.Boolean("Late"),
        ["managing_organization"] = item.Fields.OptionalText("ManagingOrganization"),
        ["managing_received_at"] = item.Fields.Instant("ManagingReceivedAt"),
        ["file_name"] = item.Fields.Text("FileLeafRef"),
        ["withdrawn_at"] = item.Fields.Instant("WithdrawnAt"),
    };

    private static Dictionary<string, object?> Row(Register register, SiteItem item) => new()
    {
        ["register"] = register.Name,
        ["item_id"] = item.ItemId,
        ["row_id"] = item.Fields.Text("RowId"),
        ["submission_id"] = item.Fields.Text("SubmissionId"),
        ["campaign"] = item.Fields.Text("Campaign"),
        ["organization"] = item.Fields.Text("Organization"),
        ["person"] = item.Fields.OptionalText("Person"),
        ["person_name"] = item.Fields.Text("PersonName"),
        ["number"] = item.Fields.Number("RowNumber"),
        ["is_current"] = item.Fields.Boolean("Current"),
        ["fields"] = JsonSerializer.Serialize(register.Tags.ToDictionary(tag => tag, tag => item.Fields.Text(Register.ColumnOf(tag)))),
    };

    private static Dictionary<string, object?> Review(SiteItem item) => new()
    {
        ["item_id"] = item.ItemId,
        ["id"] = item.Fields.Text("ReviewId"),
        ["submission_id"] = item.Fields.Text("SubmissionId"),
        ["row_id"] = item.Fields.OptionalText("RowId"),
        ["decision"] = item.Fields.Text("Decision"),
        ["comment"] = item.Fields.Text("Comment"),
        ["reviewed_by"] = item.Fields.Text("ReviewedBy"),
        ["reviewed_at"] = item.Fields.Instant("ReviewedAt") ?? "",
    };
}
