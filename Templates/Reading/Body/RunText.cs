using System.Xml.Linq;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>The letters of one element of a run, and whether they are all that it shows.</summary>
internal static class RunText
{
    public static (string Text, bool Complete) Of(XElement element, XElement run) => element.Name.LocalName switch
    {
        "t" => Letters(OnOneLine(element.Value), FontOf(run)),
        "tab" or "ptab" => ("\t", true),
        "br" or "cr" => ("\n", true),
        "noBreakHyphen" => ("-", true),
        "sym" => SignFonts.Find((string?)element.Attribute(W + "font"), (string?)element.Attribute(W + "char")) is { } sign ? (sign, true) : ("", false),
        _ => ("", true),
    };

    // A line feed between tags is a space to Word; lines have an element of their own.
    private static string OnOneLine(string text) => text.Contains('\n', StringComparison.Ordinal) ? text.Replace('\n', ' ') : text;

    // Some programs write signs as letters of a sign font.
    private static (string Text, bool Complete) Letters(string text, string? font) => SignFonts.IsOne(font) ? SignFonts.Read(font!, text) : (text, true);

    private static string? FontOf(XElement run)
    {
        var fonts = run.Element(W + "rPr")?.Element(W + "rFonts");
        return (string?)fonts?.Attribute(W + "ascii") ?? (string?)fonts?.Attribute(W + "hAnsi");
    }
}
