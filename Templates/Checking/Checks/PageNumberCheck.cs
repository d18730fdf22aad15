using System.Text.RegularExpressions;
using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Checking.Checks;

/// <summary>The page number: in the header, centred, from the second page on.</summary>
internal static partial class PageNumberCheck
{
    private const string Style = "HtPageNumber";
    private const string HeaderType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

    private static readonly DocumentPlace Place = new("", "Đầu trang");

    public static void Add(CheckedPaper paper, FaultList faults)
    {
        if (PageCheck.Sections(paper.Paper.Body) is not [var first, ..] || paper.Reference.OfStyle(Style) is not { } role)
        {
            return;
        }

        var part = paper.Paper.PartOf(first.Children("headerReference").FirstOrDefault(reference => reference.Get("type") is null or "default").GetRelationId());
        if (paper.Paper.Root(part) is not { } header)
        {
            AddLost(paper, first, () => AddHeader(paper, first), faults);
        }
        else if (header.Inner("p").FirstOrDefault(HasPageField) is { } paragraph)
        {
            if (first.Toggle("titlePg") != true)
            {
                faults.Add(LayoutRule.PageNumber, "first", Place, "có ở trang đầu", "không có ở trang đầu", paper.Edit(() => LeaveFirst(first)));
            }

            AddLook(paper, paragraph, role, () => paper.Paper.Touch(part!), faults); // a root has its part
        }
        else
        {
            AddLost(paper, first, () =>
            {
                header.Add(Number(paper, header));
                paper.Paper.Touch(part!); // a root has its part
            }, faults);
        }
    }

    // Without any number the first page has none either; the one that comes back must not stand there.
    private static void AddLost(CheckedPaper paper, XElement section, Action put, FaultList faults) =>
        faults.Add(LayoutRule.PageNumber, "lost", Place, "không có", "có từ trang 2", paper.Edit(() =>
        {
            put();
            LeaveFirst(section);
        }));

    private static void LeaveFirst(XElement section)
    {
        if (section.Toggle("titlePg") != true)
        {
            section.Put("titlePg").Set("val", null);
        }
    }

    private static void AddLook(CheckedPaper paper, XElement paragraph, Role role, Action touch, FaultList faults)
    {
        Action edit(Action mend) => () =>
        {
            mend();
            touch();
        };
        var look = ParagraphLook.Of(paper.Styles, paragraph);
        if (look.Align != role.Paragraph.Align)
        {
            faults.Add(LayoutRule.Align, "header", Place, LayoutWords.Align(look.Align), LayoutWords.Align(role.Paragraph.Align), edit(() => ParagraphMend.Align(paper.Styles, paragraph, role.Paragraph)));
        }

        LetterCheck.Add(paper, paragraph, role, "header", Place, edit, faults);
    }

    private static void AddHeader(CheckedPaper paper, XElement section)
    {
        var w = section.Name.Namespace;
        var header = new XElement(w + "hdr", new XAttribute(XNamespace.Xmlns + "w", w));
        header.Add(Number(paper, header));
        var id = paper.Paper.Add(paper.Paper.FreeName("header"), HeaderType, Ooxml.RelationTypes + "header", new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), header));
        section.Children("headerReference").Where(reference => reference.Get("type") is null or "default").Remove();
        section.AddFirst(new XElement(w + "headerReference", new XAttribute(w + "type", "default"), new XAttribute(Ooxml.R + "id", id)));
    }

    // Its look is checked like any other's, so that a document without our styles gets it too.
    private static XElement Number(CheckedPaper paper, XElement header)
    {
        var w = header.Name.Namespace;
        return paper.Make(Style, header, new XElement(w + "fldSimple", new XAttribute(w + "instr", " PAGE "), new XElement(w + "r", new XElement(w + "t", "2"))));
    }

    private static bool HasPageField(XElement paragraph) => paragraph.Inner("fldSimple").Select(field => field.Get("instr")).Concat(paragraph.Inner("instrText").Select(text => text.Value))
        .Any(instruction => PageField().IsMatch(instruction ?? ""));

    private static string? GetRelationId(this XElement? reference) => reference?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value;

    [GeneratedRegex(@"^\s*PAGE\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageField();
}
