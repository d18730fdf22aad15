using System.Text.Json;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Forms;

/// <summary>Forms, fields and reading outcomes in the words of the wire.</summary>
internal static class FormWire
{
    /// <summary>A form definition.</summary>
    public static object Of(FormDefinition form) => new
    {
        code = form.Code.Value,
        title = form.Title,
        shortTitle = form.ShortTitle,
        personal = form.Personal,
        groups = form.Groups.Select(group => new { key = group.Key, title = group.Title, help = group.Help, fields = group.Fields.Select(Of) }),
        rules = form.Rules,
    };

    /// <summary>What became of a field between our last writing and this reading.</summary>
    public static object Of(FieldOutcome outcome) => outcome switch
    {
        FieldOutcome.Kept => new { outcome = "kept" },
        FieldOutcome.Changed changed => new { outcome = "changed", from = changed.From, to = changed.To },
        FieldOutcome.Missing missing => new { outcome = "missing", reason = missing.Reason },
        FieldOutcome.Unreadable unreadable => new { outcome = "unreadable", reason = unreadable.Reason },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object Of(FieldDefinition field) => new
    {
        tag = field.Tag,
        label = field.Label,
        type = JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()),
        help = field.Help,
        printed = field.Printed,
        system = field.System,
        suggestions = field.Suggestions,
        choices = field.Choices.Select(choice => new { code = choice.Code, label = choice.Label }),
        columns = field.Columns.Select(Of),
        rowLabel = field.RowLabel,
    };
}
