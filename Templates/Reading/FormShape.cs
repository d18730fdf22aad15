using System.Runtime.CompilerServices;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>The tags of a form sorted by what they are, worked out once for each form.</summary>
internal sealed class FormShape
{
    private static readonly ConditionalWeakTable<FormDefinition, FormShape> Known = [];

    private FormShape(FormDefinition form)
    {
        Singles = [.. form.SingleFields.Select(field => field.Tag)];
        Lines = [.. form.SingleFields.Where(field => !field.IsBlock).Select(field => field.Tag)];
        Sections = [.. form.RowFields.Select(field => field.Tag)];
        Columns = [.. form.RowFields.SelectMany(field => field.Columns).Select(field => field.Tag)];
        Aliases = form.SingleFields.Concat(form.RowFields.SelectMany(field => field.Columns)).ToDictionary(field => field.Label, field => field.Tag);
    }

    /// <summary>The fields that hold one value.</summary>
    public HashSet<string> Singles { get; }

    /// <summary>Those of them that stand inside a line.</summary>
    public HashSet<string> Lines { get; }

    /// <summary>The repeated fields.</summary>
    public HashSet<string> Sections { get; }

    /// <summary>The columns of repeated fields.</summary>
    public HashSet<string> Columns { get; }

    /// <summary>The tags of fields and columns by the label their controls show.</summary>
    public Dictionary<string, string> Aliases { get; }

    public static FormShape Of(FormDefinition form) => Known.GetValue(form, item => new FormShape(item));
}
