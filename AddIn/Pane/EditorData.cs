using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.AddIn.Pane;

/// <summary>What the pane's modules need to know of a form, as the JSON of a data block. Safe inside a script element: &lt;, &gt; and &amp; are escaped.</summary>
internal static class EditorData
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static string Of(FormEditorModel model) => JsonSerializer.Serialize(
        new
        {
            form = model.Form.Code.Value,
            model.Campaign,
            model.Organization,
            model.Person,
            model.PersonName,
            year = model.Context.CampaignYear,
            model.Caller,
            model.Context,
            model.Form.Rules,
            printing = Printing(model.Form),
            heads = FieldHeads.Of(model.Form),
        },
        Wire);

    // How values stand on paper, for writing them into the open document of Word.
    private static object Printing(FormDefinition form) => new
    {
        fields = form.SingleFields.Where(field => field.Printed).Select(Field),
        rows = form.RowFields.Select(rows => new { rows.Tag, heading = Heading(form, rows), fields = rows.Columns.Where(column => column.Printed).Select(Field) }),
        marks = LayoutProfiles.All.ToDictionary(profile => profile.Name, profile => new[] { profile.LineMark, profile.LastLineMark }),
    };

    private static object Field(FieldDefinition field) =>
        new { field.Tag, type = field.Type, placeholder = NullIfEmpty(field.Placeholder), longDate = field.LongDate ? true : (bool?)null };

    // «{n}. Công việc số {n}»: the words that number a row which is not one of a table.
    private static string? Heading(FormDefinition form, FieldDefinition rows) => form.Print
        .FirstOrDefault(block => block.Block == "rows" && block.Field == rows.Tag)?.Row.FirstOrDefault(block => block.Text.Contains("{n}", StringComparison.Ordinal))?.Text;

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
