using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>Controls that say how to fill and are not in the document: what the official forms do beyond filling fields is written into them before they are compiled.</summary>
/// <remarks>Only parts of our own making have them: in a template from outside these tags are tags like others.</remarks>
internal static class Directives
{
    private const string Prefix = "fill.";
    private const string Text = Prefix + "text.";
    private const string Rows = Prefix + "rows.";
    private const string BoundRow = Prefix + "boundRow";
    private const string Number = Prefix + "number";
    private const string Indent = Prefix + "indents.";

    /// <summary>Elements printed only when a field has a text.</summary>
    public static XElement WhenFilled(string tag, params IEnumerable<XElement> inside) => Directive(Text + tag, inside);

    /// <summary>Elements printed only when a list has rows.</summary>
    public static XElement WhenRows(string tag, params IEnumerable<XElement> inside) => Directive(Rows + tag, inside);

    /// <summary>Elements of a last row that is kept with what follows.</summary>
    public static XElement InBoundRow(params IEnumerable<XElement> inside) => Directive(BoundRow, inside);

    /// <summary>The number of the row.</summary>
    public static XElement RowNumber() => Directive(Number, []);

    /// <summary>The left and right indents of a paragraph, as many twips as the text of a tag says; none when it has no text.</summary>
    public static XElement Indents(string tag) => Directive(Indent + tag, []);

    /// <summary>The segments of a directive; false for any other control.</summary>
    public static bool TryCompile(string? tag, List<Segment> inside, [NotNullWhen(true)] out Segment[]? segments)
    {
        segments = tag?.StartsWith(Prefix, StringComparison.Ordinal) != true ? null : Compile(tag, [.. inside]);
        return segments is not null;
    }

    private static Segment[] Compile(string tag, Segment[] inside)
    {
        if (tag == Number)
        {
            return [new RowNumber()];
        }

        if (tag == BoundRow)
        {
            return [new When(run => run.IsBoundRow, inside) { IsByPlace = true }];
        }

        var name = tag[(tag.IndexOf('.', Prefix.Length) + 1)..];
        if (tag.StartsWith(Indent, StringComparison.Ordinal))
        {
            return [new When(run => run.Values[name].Length > 0, [new Indents(name)])];
        }

        return tag.StartsWith(Rows, StringComparison.Ordinal)
            ? [new When(run => run.Values.RowsOf(name).Count > 0, inside)]
            : [new When(run => run.Values[name].Length > 0, inside)];
    }

    private static XElement Directive(string tag, IEnumerable<XElement> inside) =>
        Element("sdt", Element("sdtPr", Element("tag", Val(tag))), Element("sdtContent", inside.Any() ? inside : ""));
}
