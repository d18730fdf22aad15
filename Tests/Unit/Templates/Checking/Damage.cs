using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Checking.Looks;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>Something that spoils a layout: its name, the rule that must tell it, and what it does; it says false where the document has nothing for it to spoil.</summary>
internal sealed record Damage(string Name, string Rule, Func<Dictionary<string, XDocument>, Dice, bool> Do)
{
    private static readonly XNamespace W = Docx.W;
    private static readonly string[] Sides = ["top", "bottom", "left", "right"];

    public static IReadOnlyList<Damage> All { get; } =
    [
        OfRun("another font", "L05", (run, _) => Set(run, "rFonts", ("ascii", "Arial"), ("hAnsi", "Arial"), ("cs", "Arial"))),
        OfRun("another font for letters with marks", "L05", (run, _) => Set(run, "rFonts", ("hAnsi", "Arial")), run => run.Value.Any(letter => letter > '\u00FF')),
        OfRun("another size", "L06", (run, dice) => Set(run, "sz", ("val", Text(41 + dice.Next(9))))),
        OfRun("other weight", "L07", (run, _) => Flip(run, "b", IsBold), run => !IsOfProfile(run)),
        OfRun("other slant", "L08", (run, _) => Flip(run, "i", IsItalic), run => !HasTheme(run) && !IsOfProfile(run)),
        OfRun("underlined", "L09", (run, _) => Set(run, "u", ("val", "double")), run => !IsOfProfile(run)),
        OfRun("coloured", "L10", (run, _) => Set(run, "color", ("val", "FF0000"))),
        OfRun("highlighted", "L23", (run, _) => Set(run, "highlight", ("val", "yellow"))),
        OfRun("shaded", "L23", (run, _) => Set(run, "shd", ("val", "clear"), ("fill", "FFFF00"))),
        OfRun("shown as capitals", "L26", (run, _) => Set(run, "caps", ("val", "1")), run => run.Value.Any(char.IsLower)),
        OfRun("shown as small capitals", "L26", (run, _) => Set(run, "smallCaps", ("val", "on")), run => run.Value.Any(char.IsLower)),
        OfRun("emphasised by dots", "L28", (run, _) => Set(run, "em", ("val", "dot"))),
        OfLine("a shaded line", "L25", (line, _) => Put(line, "shd", ("val", "clear"), ("color", "auto"), ("fill", "D9D9D9"))),
        OfBody("a thick rule", "L29", (body, _) => Lines(body, "HtRule").Select(rule => Redrawn(rule, "single", "18")).LastOrDefault()),
        OfBody("a dotted rule", "L29", (body, _) => Lines(body, "HtRule").Select(rule => Redrawn(rule, "dotted", "6")).LastOrDefault()),
        OfBody("an empty line above all", "L24", (body, _) => Insert(body.Elements().First())),
        OfBody("a page break and an empty line above the title", "L24", (body, _) => Lines(body, "HtTitle").Select(title => Insert(title, new XElement(W + "r", new XElement(W + "br", new XAttribute(W + "type", "page")))) && Insert(title)).FirstOrDefault()),
        OfRun("emphasised by a style of the program", "L06", (run, _) => Set(run, "rStyle", ("val", "HtDamage"))),
        OfLine("aligned otherwise", "L11", (line, _) => Put(line, "jc", ("val", "right"))),
        OfLine("first line moved", "L12", (line, dice) => Put(line, "ind", ("firstLine", Text(700 + dice.Next(500))))),
        OfLine("hanging", "L12", (line, dice) => Put(line, "ind", ("hanging", Text(100 + dice.Next(500))))),
        OfLine("moved aside", "L13", (line, dice) => Put(line, "ind", ("left", Text(100 + dice.Next(900))))),
        OfLine("pitch of the program", "L14", (line, _) => Put(line, "spacing", ("line", "276"), ("lineRule", "auto"))),
        OfLine("pitch at least", "L14", (line, dice) => Put(line, "spacing", ("line", Text(270 + dice.Next(300))), ("lineRule", "atLeast"))),
        OfLine("gap of the program", "L15", (line, _) => Put(line, "spacing", ("after", "200"), ("before", "200"))),
        OfLine("gap by lines", "L15", (line, _) => Put(line, "spacing", ("afterLines", "150"))),
        OfLine("numbered by the program", "L13", (line, _) => Put(line, "ind", ("start", "720"))),
        OfBody("a margin", "L02", (body, dice) => Section(body, "pgMar", Sides[dice.Next(4)], Text(1300 + dice.Next(700)))),
        OfBody("a gutter", "L02", (body, dice) => Section(body, "pgMar", "gutter", Text(200 + dice.Next(300)))),
        OfBody("the distance of the page number", "L03", (body, dice) => Section(body, "pgMar", "header", Text(650 + dice.Next(300)))),
        OfBody("letter paper", "L01", (body, _) => Section(body, "pgSz", "h", "15840")),
        OfBody("a number on the first page", "L04", (body, _) => Remove(body.Descendants(W + "titlePg"))),
        OfBody("no header", "L04", (body, _) => Remove(body.Descendants(W + "headerReference"))),
        new("no number in the header", "L04", (parts, _) => parts.TryGetValue("word/header1.xml", out var header) && Remove(header.Descendants(W + "fldSimple"))),
        new("a large number in the header", "L06", (parts, _) => parts.TryGetValue("word/header1.xml", out var header) && header.Descendants(W + "r").FirstOrDefault() is { } run && Set(run, "sz", ("val", "20"))),
        OfBody("no asterisk", "L17", (body, _) => Remove(Lines(body, "HtHeadMark"))),
        OfBody("no hyphens", "L17", (body, _) => Remove(Lines(body, "HtHyphens"))),
        OfBody("no rule", "L16", (body, _) => Remove(Lines(body, "HtRule"))),
        OfBody("a short rule", "L16", (body, _) => Lines(body, "HtRule").Select(rule => Put(rule, "ind", ("left", "900"), ("right", "900"))).LastOrDefault()),
        OfBody("a rule without its line", "L16", (body, _) => Lines(body, "HtRule").Select(NoLine).LastOrDefault()),
        OfBody("a day without its zero", "L18", (body, _) => Reword(body, "documentDate", text => text.Replace("ngày 0", "ngày ", StringComparison.Ordinal).Replace("tháng 0", "tháng ", StringComparison.Ordinal))),
        OfBody("a day in numbers", "L18", (body, _) => Reword(body, "dateOfBirth", text => text.Replace("/", " - ", StringComparison.Ordinal))),
        OfBody("a month with a zero too many", "L18", (body, _) => Reword(body, "documentDate", text => System.Text.RegularExpressions.Regex.Replace(text, "tháng ([3-9])", "tháng 0$1"))),
        OfBody("marks of recipients", "L19", (body, _) => Reword(body, "recipients", text => text.TrimEnd(',', '.', ';'))),
        OfBody("a dash of recipients", "L19", (body, _) => Reword(body, "recipients", text => text.TrimStart('-', ' '))),
        OfBody("less room to sign", "L20", (body, dice) => Blanks(body).Skip(dice.Next(2)).FirstOrDefault() is { } blank && Remove([blank])),
        OfBody("more room to sign", "L20", (body, _) => Blanks(body).FirstOrDefault() is { } blank && Twice(blank)),
        OfBody("the heads of a table not repeated", "L22", (body, _) => Remove(body.Descendants(W + "tblHeader"))),
        OfTable("a column", "L21", (table, dice) => table.Element(W + "tblGrid")!.Elements(W + "gridCol").ElementAt(dice.Next(3)) is { } column && Attributes(column, ("w", Text((int)column.Attribute(W + "w")! + 100 + dice.Next(300))))),
        OfTable("a cell's width", "L21", (table, dice) => table.Elements(W + "tr").First().Elements(W + "tc").ElementAt(dice.Next(3)).Element(W + "tcPr")!.Element(W + "tcW") is { } width && Attributes(width, ("w", Text((int)width.Attribute(W + "w")! + 100 + dice.Next(300))))),
        OfTable("the room in cells", "L21", (table, dice) => Attributes(table.Element(W + "tblPr")!.Element(W + "tblCellMar")!.Element(W + "left")!, ("w", Text(dice.Next(60))))),
        OfTable("lines of a table", "L21", (table, _) => Remove(table.Element(W + "tblPr")!.Elements(W + "tblBorders"))),
    ];

    private static Damage OfRun(string name, string rule, Func<XElement, Dice, bool> change, Func<XElement, bool>? fits = null) => OfBody(name, rule, (body, dice) =>
        Pick(body.Descendants(W + "r").Where(run => run.Parent!.Name != W + "del" && run.Elements(W + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value)) && fits?.Invoke(run) != false), dice) is { } chosen && change(chosen, dice));

    private static Damage OfLine(string name, string rule, Func<XElement, Dice, bool> change) => OfBody(name, rule, (body, dice) =>
        Pick(body.Descendants(W + "p").Where(line => line.Descendants(W + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value)) && StyleOf(line) is { } style && style != "HtRule"), dice) is { } chosen && change(chosen, dice));

    private static Damage OfBody(string name, string rule, Func<XElement, Dice, bool> change) => new(name, rule, (parts, dice) => change(parts[Docx.Document].Root!.Element(W + "body")!, dice));

    private static Damage OfTable(string name, string rule, Func<XElement, Dice, bool> change) => OfBody(name, rule, (body, dice) =>
        Lines(body, "HtCellHead").FirstOrDefault()?.Ancestors(W + "tbl").First() is { } table && change(table, dice));

    private static XElement? Pick(IEnumerable<XElement> all, Dice dice) => all.ToList() is { Count: > 0 } list ? list[dice.Next(list.Count)] : null;

    private static bool Set(XElement run, string name, params (string Name, string Value)[] attributes) => Change(run, "rPr", name, attributes);

    private static bool Put(XElement line, string name, params (string Name, string Value)[] attributes) => Change(line, "pPr", name, attributes);

    private static bool Change(XElement owner, string properties, string name, (string Name, string Value)[] attributes) =>
        Attributes(owner.Properties(properties).Put(name), attributes);

    private static bool Attributes(XElement element, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            element.SetAttributeValue(W + name, value);
        }

        return true;
    }

    private static bool Flip(XElement run, string name, Func<XElement, bool> isOn) => Set(run, name, ("val", isOn(run) ? "0" : "1"));

    // What each profile prints in its own way.
    private static bool IsOfProfile(XElement run) => StyleOf(run) is "HtRecipientsTitle" or "HtSignPosition" or "HtBasis";

    private static bool IsBold(XElement run) => StyleOf(run) is "HtHeadOwn" or "HtHeadTitle" or "HtTitle" or "HtTitleMore" or "HtSubtitle" or "HtSection" or "HtHeading" or "HtCellHead" or "HtSignTitle" or "HtSignName";

    private static bool IsItalic(XElement run) => StyleOf(run) is "HtHeadDate" or "HtSignNote";

    private static bool HasTheme(XElement run) => run.Ancestors(W + "p").First() is var line && (line.Descendants(W + "i").Any() || line.Value.StartsWith("- ", StringComparison.Ordinal));

    private static string? StyleOf(XElement inner) => (string?)inner.AncestorsAndSelf(W + "p").First().Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static IEnumerable<XElement> Lines(XElement body, string style) => [.. body.Descendants(W + "p").Where(line => StyleOf(line) == style)];

    private static IEnumerable<XElement> Blanks(XElement body) => Lines(body, "HtSignPosition").Where(line => line.Value.Length == 0);

    private static bool Section(XElement body, string name, string attribute, string value) => Attributes(body.Elements(W + "sectPr").Single().Element(W + name)!, (attribute, value));

    private static bool Remove(IEnumerable<XElement> elements)
    {
        var all = elements.ToList();
        all.ForEach(element => element.Remove());
        return all.Count > 0;
    }

    private static bool Insert(XElement before, params object[] content)
    {
        before.AddBeforeSelf(new XElement(W + "p", content));
        return true;
    }

    private static bool Twice(XElement element)
    {
        element.AddAfterSelf(new XElement(element));
        return true;
    }

    private static bool NoLine(XElement rule)
    {
        rule.Element(W + "pPr")!.AddFirst(new XElement(W + "pBdr", new XElement(W + "top", new XAttribute(W + "val", "nil"))));
        return true;
    }

    // One that has lost its line stays without.
    private static bool Redrawn(XElement rule, string kind, string size) => rule.Element(W + "pPr")!.Element(W + "pBdr") is null
        && Attributes(rule.Properties("pPr").Put("pBdr").Put("top"), ("val", kind), ("sz", size), ("space", "1"), ("color", "auto"));

    private static bool Reword(XElement body, string tag, Func<string, string> change)
    {
        var changed = false;
        foreach (var text in body.Descendants(W + "sdt").Where(control => Docx.TagOf(control) == tag).Descendants(W + "t").Take(1))
        {
            var other = change(text.Value);
            (changed, text.Value) = (other != text.Value && !text.Value.Contains("...", StringComparison.Ordinal) && other.Length > 0, other);
        }

        return changed;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
