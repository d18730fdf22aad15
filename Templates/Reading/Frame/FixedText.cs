using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>The printed text that no field owns, as the XML part of a document keeps it: each field in a line written as <c>{tag}</c>.</summary>
internal static class FixedText
{
    /// <summary>All fixed lines of a document just filled.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var isRow = PrintedRows.Cover(lines, form);
        var blocks = form.SingleFields.Where(field => field.IsBlock).Select(field => field.Tag).ToHashSet();
        return lines.Where((line, index) => line.IsPrinted && !isRow(index) && !(line.FirstOwner is { } owner && blocks.Contains(owner)))
            .Select(line => line.Shape.Marked);
    }

    /// <summary>The fixed lines found in a document of unknown age; words of people's own between them are none.</summary>
    public static IEnumerable<string> Found(IReadOnlyList<BodyLine> lines, FormDefinition form)
    {
        var frame = PaperFrame.Of(form, lines, null, PrintedRows.Cover(lines, form));
        return frame.Claims.Select(item => item.Claim.Match?.Marked(form) ?? lines[item.Line].Shape.Marked);
    }
}
