using System.Text.RegularExpressions;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Checking;

/// <summary>Says of every line where it stands, by headings, fields, rows and columns.</summary>
internal sealed partial class PlaceNames
{
    private const int ShownWords = 40;
    private const string SignaturePart = "Phần ký";

    private readonly FormDefinition form;
    private readonly DocumentReading reading;
    private readonly List<DocumentPlace> places = [];
    private readonly Dictionary<string, FieldDefinition> columns;
    private string section = "";
    private string rows = "";
    private int row = -1;
    private System.Xml.Linq.XElement? lastRow;

    public PlaceNames(FormDefinition form, DocumentReading reading)
    {
        (this.form, this.reading) = (form, reading);
        columns = form.RowFields.SelectMany(field => field.Columns).ToDictionary(column => column.Tag, StringComparer.Ordinal);
        for (var number = 0; number < reading.Lines.Count; number++)
        {
            places.Add(Next(number));
        }
    }

    public DocumentPlace Of(int line) => places[line];

    /// <summary>The place of a field that stands nowhere or that is named without a line.</summary>
    public static DocumentPlace OfField(FormDefinition form, string path)
    {
        if (RowPath().Match(path) is not { Success: true } match || form.RowFields.FirstOrDefault(field => field.Tag == match.Groups["rows"].Value) is not { } rows)
        {
            return new DocumentPlace(path, form.Fields.FirstOrDefault(field => field.Tag == path) is { } field ? WithGroup(form, field, $"ô “{field.Label}”") : path);
        }

        var column = rows.Columns.FirstOrDefault(item => item.Tag == match.Groups["column"].Value);
        var number = int.Parse(match.Groups["row"].ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) + 1;
        return new DocumentPlace(path, WithGroup(form, rows, $"{rows.RowLabel.ToLower(VietnameseText.Culture)} {LayoutWords.Count(number)}{(column is null ? "" : $", {ColumnWords(form, rows, column)}")}"));
    }

    private DocumentPlace Next(int number)
    {
        var line = reading.Lines[number];
        if (reading.Frame.At(number) is { } claim)
        {
            return OfClaim(line, claim);
        }

        var owner = reading.Areas.OwnerOf(number) ?? line.FirstOwner;
        if (reading.IsRow(number))
        {
            return OfRow(line, owner);
        }

        section = owner is not null && IsSignature($"{{{owner}}}") ? SignaturePart : section;
        return owner is not null && form.SingleFields.FirstOrDefault(field => field.Tag == owner) is { } field
            ? new DocumentPlace(owner, In($"ô “{field.Label}”"))
            : new DocumentPlace("", In($"đoạn “{Shown(line.Words)}”"));
    }

    // A heading opens its section for all that follows.
    private DocumentPlace OfClaim(BodyLine line, ClaimedLine claim)
    {
        var words = claim.Expected.Shown;
        if (form.Print.Any(block => (block.Block is "section" or "rows") && VietnameseText.Words(block.Text) == claim.Expected.Text))
        {
            section = Numeral().Match(words) is { Success: true } numeral ? $"Mục {numeral.Groups[1].Value}" : $"Mục “{Shown(words)}”";
            rows = form.Print.FirstOrDefault(block => block.Block == "rows" && VietnameseText.Words(block.Text) == claim.Expected.Text)?.Field ?? "";
            row = -1;
            return new DocumentPlace("", $"{section}, dòng tên mục");
        }

        var field = form.SingleFields.FirstOrDefault(item => claim.Expected.Text == $"{{{item.Tag}}}" || (line.Shape.Fields is [var only] && only.Owner == item.Tag));
        section = IsSignature(claim.Expected.Text) ? SignaturePart : section;
        return field is not null ? new DocumentPlace(field.Tag, In($"ô “{field.Label}”"))
            : new DocumentPlace("", In(PartOf(claim.Expected.Text) is { } part ? $"{(part == section ? "" : $"{part}, ")}dòng “{Shown(line.Words)}”" : $"câu “{Shown(line.Words)}”"));
    }

    private DocumentPlace OfRow(BodyLine line, string? owner)
    {
        var column = owner is null ? null : columns.GetValueOrDefault(owner);
        if (line.Cell is { } cell && form.RowFields.FirstOrDefault(field => form.BlockOf(field) is { Block: "table" }) is { } table)
        {
            (rows, row, lastRow) = (table.Tag, cell.Row == lastRow ? row : (rows == table.Tag ? row : -1) + 1, cell.Row);
            return InRow(table, column);
        }

        if (form.RowFields.FirstOrDefault(field => field.Tag == rows) is not { } field)
        {
            return new DocumentPlace(owner ?? "", In($"đoạn “{Shown(line.Words)}”"));
        }

        if (column is null && form.BlockOf(field)?.Row is [var heading, ..] && LinePattern.OfForm(heading.Text, form).IsMatch(line.Words))
        {
            row++;
        }

        return InRow(field, column);
    }

    private DocumentPlace InRow(FieldDefinition field, FieldDefinition? column)
    {
        var number = Math.Max(row, 0);
        var path = column is null ? FieldPath.Row(field.Tag, number) : FieldPath.InRow(field.Tag, number, column.Tag);
        return new DocumentPlace(path, In($"{field.RowLabel.ToLower(VietnameseText.Culture)} {LayoutWords.Count(number + 1)}{(column is null ? "" : $", {ColumnWords(form, field, column)}")}"));
    }

    private static string ColumnWords(FormDefinition form, FieldDefinition rows, FieldDefinition column) =>
        form.BlockOf(rows) is { Block: "table" } ? $"cột “{column.Label}”" : $"ô “{column.Label}”";

    private string In(string words) => section.Length == 0 ? char.ToUpper(words[0], VietnameseText.Culture) + words[1..] : $"{section}, {words}";

    private string? PartOf(string text) => form.Print.Where(block => block.Lines.Any(line => VietnameseText.Words(line) == text || (line.Length > 0 && LinePattern.OfForm(line, form) is { HasWords: true } pattern && pattern.IsMatch(text))))
        .Select(block => block.Block switch
        {
            "head" => "phần đầu văn bản",
            "signatures" => SignaturePart,
            "table" => block.Columns.Any(column => VietnameseText.Words(column.Head) == text) ? "đầu biểu" : "phần cuối biểu",
            "title" or "titleMore" or "subtitle" or "hyphens" => "tên loại văn bản",
            _ => null,
        }).FirstOrDefault(part => part is not null);

    // The signatures stand below all sections and belong to none; a line of the form is one of theirs by its words.
    private bool IsSignature(string text) => form.Print.Any(block => block.Block == "signatures" && block.Lines.Any(line => VietnameseText.Words(line) == text));

    private static string WithGroup(FormDefinition form, FieldDefinition field, string words)
    {
        var group = form.Groups.FirstOrDefault(item => item.Fields.Contains(field))?.Title ?? "";
        return Numeral().Match(group) is { Success: true } numeral ? $"Mục {numeral.Groups[1].Value}, {words}" : char.ToUpper(words[0], VietnameseText.Culture) + words[1..];
    }

    private static string Shown(string words) => words.Length <= ShownWords ? words : string.Concat(words.AsSpan(0, ShownWords).TrimEnd(), "…");

    [GeneratedRegex(@"^([IVX]+|[0-9]+)[.\-]")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^(?<rows>[A-Za-z0-9]+)\[(?<row>[0-9]{1,6})\](?:\.(?<column>[A-Za-z0-9]+))?$")]
    private static partial Regex RowPath();
}
