using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A document that has our controls after all: read by them, every value that was found is sure.</summary>
internal static class ControlledForm
{
    private const int FewestMarks = 3;

    /// <summary>Null when the document has no controls of ours, or most of them are gone.</summary>
    public static SalvagedForm? Read(CleanBody body, PaperParts parts, WrittenPart? written, IReadOnlyList<FormDefinition> forms)
    {
        if (Marks(body, forms) < FewestMarks || (written?.Form ?? FormGuess.From(body.Document, forms)) is not { } form)
        {
            return null;
        }

        var document = DocumentReading.Of(written?.Printed ?? form, body, parts, written).Read() with { Form = form };
        var missing = document.Outcomes.Values.Count(outcome => outcome is FieldOutcome.Missing);
        return 2 * missing > document.Outcomes.Count ? null : Build(document);
    }

    private static int Marks(CleanBody body, IReadOnlyList<FormDefinition> forms)
    {
        var tags = forms.SelectMany(form => form.Fields).SelectMany(field => (string[])[field.Tag, .. field.Columns.Select(column => column.Tag)]).ToHashSet();
        return body.Document.Descendants(W + "sdt").Count(control => tags.Contains(TagOf(control) ?? ""))
            + body.Document.Descendants(W + "bookmarkStart").Count(mark => ((string?)mark.Attribute(W + "name") ?? "").StartsWith(BookmarkPrefix, StringComparison.Ordinal));
    }

    private static SalvagedForm Build(FormDocument document)
    {
        var sheet = new SalvageSheet(document.Form);
        foreach (var (path, outcome) in document.Outcomes)
        {
            sheet.Confidence[path] = Of(outcome);
        }

        foreach (var rows in document.Form.RowFields)
        {
            sheet.Confidence.TryAdd(rows.Tag, Sure);
        }

        return SalvagedForms.Of(sheet, document.Values) with
        {
            FormConfidence = FieldConfidence.Of(1, "Văn bản có các ô nhập của mẫu.", document.Form.Title),
            HasControls = true,
            Year = document.PrintedYear,
            YearConfidence = document.PrintedYear is { } year ? FieldConfidence.Of(1, "Đọc từ tiêu đề.", $"{year}") : FieldConfidence.Missing("Tiêu đề không ghi năm."),
            Findings = document.Findings,
        };
    }

    private static FieldConfidence Sure => FieldConfidence.Of(1, "Đọc từ ô nhập của mẫu.");

    private static FieldConfidence Of(FieldOutcome outcome) => outcome switch
    {
        FieldOutcome.Kept or FieldOutcome.Changed => Sure,
        FieldOutcome.Missing missing => FieldConfidence.Missing(missing.Reason),
        FieldOutcome.Unreadable unreadable => FieldConfidence.Of(0.1, unreadable.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Puts a salvaged form together.</summary>
internal static class SalvagedForms
{
    private const string OrganizationTag = "orgName";
    private const string PersonTag = "fullName";

    public static SalvagedForm Of(SalvageSheet sheet, FormValues values) => new()
    {
        Form = sheet.Form,
        FormConfidence = FieldConfidence.Of(1, ""),
        HasControls = false,
        Year = null,
        YearConfidence = FieldConfidence.Missing(""),
        Organization = values[OrganizationTag],
        Person = values[PersonTag],
        Values = values,
        Confidence = sheet.Confidence,
        Leftovers = [],
        Findings = sheet.Findings,
    };
}
