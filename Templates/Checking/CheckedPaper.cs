using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking.Checks;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Checking;

/// <summary>A line with all that judges it: its number, its paragraph in the file, its role and its place.</summary>
internal sealed record CheckedLine(int Number, BodyLine Line, XElement Paragraph, Role? Role, DocumentPlace Place)
{
    /// <summary>The line's number for an id.</summary>
    public string At => LayoutWords.Count(Number);
}

/// <summary>A paper laid beside its profile: what the single checks look at.</summary>
internal sealed class CheckedPaper
{
    public CheckedPaper(Paper paper, LayoutProfile profile, HeadingVariant? heading)
    {
        Heading = heading ?? HeadingOf(paper, profile);
        (Paper, Profile) = (paper, Heading.On(profile));
        Reference = Reference.Of(paper.Form, profile, Heading);
        var roles = new LineRoles(paper, Reference);
        var places = new PlaceNames(paper.Form, paper.Reading);
        Lines = [.. paper.Reading.Lines.Select((line, number) => (line, number)).Where(item => paper.Paragraphs[item.number] is not null)
            .Select(item => new CheckedLine(item.number, item.line, paper.Paragraphs[item.number]!, roles.Of(item.number), places.Of(item.number)))]; // those without were just left out
    }

    public Paper Paper { get; }

    /// <summary>The profile with the columns of the heading.</summary>
    public LayoutProfile Profile { get; }

    public HeadingVariant Heading { get; }

    public Reference Reference { get; }

    public IReadOnlyList<CheckedLine> Lines { get; }

    public FormDefinition Form => Paper.Form;

    public PageLayout Page => Profile.PageOf(Form.Orientation);

    public StyleBook Styles => Paper.Styles;

    /// <summary>The lines of an element.</summary>
    public IEnumerable<CheckedLine> Of(string style) => Lines.Where(line => line.Role?.Style == style);

    /// <summary>A change of the main part.</summary>
    public Action Edit(Action edit) => () =>
    {
        edit();
        Paper.Touch(Paper.MainPart);
    };

    /// <summary>A new paragraph that looks as an element should, whatever styles the document has.</summary>
    public XElement Make(string style, XElement like, params object[] content)
    {
        var w = like.Name.Namespace;
        var paragraph = new XElement(w + "p", new XElement(w + "pPr", Styles.IdOf($"HT {Reference.ElementOf(style)}") is { } id ? new XElement(w + "pStyle", new XAttribute(w + "val", id)) : null), content);
        if (Reference.OfStyle(style) is { } role)
        {
            Fit(paragraph, role);
        }

        return paragraph;
    }

    // Told by the words the document was printed with: every line of the heading, the mark, and whether anything stands between mark and date.
    private static HeadingVariant HeadingOf(Paper paper, LayoutProfile profile)
    {
        var texts = paper.Reading.Frame.Texts.ToList();
        var date = texts.FindIndex(text => paper.Form.SingleFields.Any(field => field.LongDate && text.Contains($"{{{field.Tag}}}", StringComparison.Ordinal)));
        return HeadingVariants.All.Where(heading => heading.Right.All(line => line.Text.Contains('{', StringComparison.Ordinal) || texts.Contains(line.Text)))
            .OrderByDescending(heading => (4 * heading.Right.Count(line => texts.Contains(line.Text))) + (texts.Contains(heading.NameMark) || heading.NameMark.Length == 0 ? 2 : 0)
                + (date > 0 && (heading.Right.Count == 0) == (texts[date - 1] == heading.NameMark) ? 1 : 0))
            .ThenBy(heading => Math.Abs(heading.On(profile).PageOf(paper.Form.Orientation).HeadLeft - LeftColumn(paper, date < 0 ? "" : texts[date]))).FirstOrDefault() ?? HeadingVariants.All[0];
    }

    // Some headings have the same words and other columns.
    private static int LeftColumn(Paper paper, string dateLine) => paper.Reading.Frame.Claims.Where(item => item.Claim.Expected.Text == dateLine).Select(item => paper.Paragraphs[item.Line])
        .Select(paragraph => paragraph?.Ancestors().FirstOrDefault(element => element.Is("tbl"))?.Child("tblGrid")?.Child("gridCol").Twips("w")).FirstOrDefault(width => width is not null) ?? 0;

    private void Fit(XElement paragraph, Role role)
    {
        ParagraphMend.Align(Styles, paragraph, role.Paragraph);
        ParagraphMend.FirstLine(Styles, paragraph, role.Paragraph);
        ParagraphMend.Line(Styles, paragraph, role.Paragraph);
        ParagraphMend.Gaps(Styles, paragraph, role.Paragraph);
        var faults = new FaultList("");
        LetterCheck.Add(this, paragraph, role, "", new DocumentPlace("", ""), edit => edit, faults);
        foreach (var fault in faults.All)
        {
            fault.Mend?.Invoke();
        }
    }
}
