using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads a document that nobody has edited: filled again with the values it tells of itself, it is the same, byte for byte. So what is printed is what was written.</summary>
/// <remarks>It knows the templates this process has filled, and the official ones with texts as the document tells them. Whatever differs in a single byte is read by looking.</remarks>
internal static class Unedited
{
    private static readonly FieldOutcome Kept = new FieldOutcome.Kept();

    /// <summary>The document; null when it is not known to be unedited.</summary>
    public static FormDocument? TryRead(QuickPackage package, WrittenPart written)
    {
        if (written is not { Identity: not null, Template: null, OwnPrints.Count: 0, TemplateVersion: FormPart.TemplateVersion, Lines: { } lines } || !HasUsualRows(written)
            || TemplateOf(package, written, lines) is not { } template || !template.HasPaper(package.Styles, package.Numbering))
        {
            return null;
        }

        return template.PrintOf(written.Values) is { IsPlain: true } print && template.Recognises(written.Values, package.Main) ? Document(package, written, print) : null;
    }

    // The one that prints the fixed text the document tells of itself.
    private static CampaignTemplate? TemplateOf(QuickPackage package, WrittenPart written, IReadOnlyList<string> lines)
    {
        var filled = FilledTemplates.Find(new MadeBy(written.Form.Code, written.Identity!.Campaign, written.Layout)); // it tells one, see above
        return filled is not null && IsOf(filled, written, lines) ? filled
            : ToldTemplates.Find(written, lines, package.Main) is { } told && IsOf(told, written, lines) ? told
            : null;
    }

    private static bool IsOf(CampaignTemplate template, WrittenPart written, IReadOnlyList<string> lines) =>
        ReferenceEquals(template.Form, written.Form) && template.PrintOf(written.Values).IsToldBy(lines);

    // Rows without a printed word, and more of them than a form may have, are told by looking.
    private static bool HasUsualRows(WrittenPart written)
    {
        foreach (var list in written.Form.RowFields)
        {
            var rows = written.Values.RowsOf(list.Tag);
            for (var index = 0; index < rows.Count; index++)
            {
                if (index == FormJson.MostRows || !IsPrinted(list, rows[index]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsPrinted(FieldDefinition list, FormRow row)
    {
        for (var column = 0; column < list.Columns.Count; column++)
        {
            if (list.Columns[column].Printed && row[list.Columns[column].Tag].Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static FormDocument Document(QuickPackage package, WrittenPart written, FixedPrint print) => new()
    {
        Form = written.Form,
        Identity = written.Identity,
        Template = null,
        LayoutProfile = written.Layout.Profile,
        Heading = written.Layout.Heading,
        Values = written.Values,
        Outcomes = OutcomesOf(written.Form, written.Values),
        Findings = [],
        PrintedYear = print.Year,
        ContentHash = ContentHash.OfOurs(written.Form, written.Values, package.Main),
    };

    private static Dictionary<string, FieldOutcome> OutcomesOf(FormDefinition form, FormValues values)
    {
        var outcomes = new Dictionary<string, FieldOutcome>(form.SingleFields.Count() + form.RowFields.Sum(list => list.Columns.Count * values.RowsOf(list.Tag).Count));
        foreach (var field in form.SingleFields)
        {
            if (field.Printed)
            {
                outcomes[field.Tag] = Kept;
            }
        }

        foreach (var list in form.RowFields)
        {
            AddRows(outcomes, list, values.RowsOf(list.Tag).Count);
        }

        return outcomes;
    }

    private static void AddRows(Dictionary<string, FieldOutcome> outcomes, FieldDefinition list, int count)
    {
        var columns = list.Columns.Where(column => column.Printed).Select(column => $".{column.Tag}").ToList();
        for (var index = 0; index < count; index++)
        {
            var row = FieldPath.Row(list.Tag, index);
            foreach (var column in columns)
            {
                outcomes[string.Concat(row, column)] = Kept;
            }
        }
    }
}
