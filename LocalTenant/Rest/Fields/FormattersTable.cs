using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Fields;

/// <summary>The SQL of column formatting.</summary>
internal static class FormattersTable
{
    public static string? Of(Database database, ListRow list, Column column) => database.One<string?>(
        "SELECT formatter FROM list_column WHERE list_id = @list AND name = @Name", new { list = list.Id, column.Name });

    public static void Set(Database database, ListRow list, Column column, string? json) => database.Execute(
        "UPDATE list_column SET formatter = @json WHERE list_id = @list AND name = @Name", new { list = list.Id, column.Name, json });
}
