using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Gives paragraphs and runs the look they should have with the least change: what overrides the right style goes; only where that is not enough something is set.</summary>
internal static class ParagraphMend
{
    public static void Align(StyleBook book, XElement paragraph, ParagraphLook wanted) =>
        Mend(paragraph, "jc", ["val"], () => ParagraphLook.Of(book, paragraph).Align == wanted.Align, jc => jc.Set("val", wanted.Align));

    public static void FirstLine(StyleBook book, XElement paragraph, ParagraphLook wanted) => Mend(
        paragraph, "ind", ["firstLine", "firstLineChars", "hanging", "hangingChars"], () => ParagraphLook.Of(book, paragraph).FirstLine == wanted.FirstLine,
        indent => indent.Set("firstLine", wanted.FirstLine).Set("firstLineChars", HasCharacters(book, paragraph) ? 0 : null));

    public static void Sides(StyleBook book, XElement paragraph, int left, int right) => Mend(
        paragraph, "ind", ["left", "right", "start", "end", "leftChars", "rightChars", "startChars", "endChars"],
        () => ParagraphLook.Of(book, paragraph) is var look && look.Left == left && look.Right == right, indent => SetSides(indent, left, right));

    public static void Line(StyleBook book, XElement paragraph, ParagraphLook wanted) => Mend(
        paragraph, "spacing", ["line", "lineRule"], () => ParagraphLook.Of(book, paragraph) is var look && look.Line == wanted.Line && look.LineRule == wanted.LineRule,
        spacing => spacing.Set("line", wanted.Line).Set("lineRule", wanted.LineRule));

    public static void Gaps(StyleBook book, XElement paragraph, ParagraphLook wanted)
    {
        bool isRight() => ParagraphLook.Of(book, paragraph) is var look && look.Before == wanted.Before && look.After == wanted.After;
        Mend(paragraph, "contextualSpacing", ["val"], isRight, element => element.Set("val", 0));
        Mend(paragraph, "spacing", ["before", "beforeLines", "beforeAutospacing", "after", "afterLines", "afterAutospacing"], isRight, spacing => SetGaps(book, paragraph, spacing, wanted));
        if (paragraph.Child("pPr")?.Child("contextualSpacing") is { } own && !book.OfParagraph(paragraph).SkipLast(1).Any(layer => layer.Toggle("contextualSpacing") == true))
        {
            own.Remove();
        }
    }

    public static void Unshade(StyleBook book, XElement paragraph) => Shading.TakeOff(paragraph, "pPr", () => !ParagraphLook.Of(book, paragraph).IsShaded);

    /// <summary>Gives a rule its line: what overrides the style goes, and only where that is not enough a line is drawn.</summary>
    public static void Rule(XElement paragraph, int eighthPoints, Func<bool> isRight)
    {
        paragraph.Child("pPr")?.Child("pBdr")?.Remove();
        if (!isRight())
        {
            paragraph.Properties("pPr").Put("pBdr").Put("top").Set("val", "single").Set("sz", eighthPoints).Set("space", 1).Set("color", "auto");
        }
    }

    private static void SetSides(XElement indent, int left, int right)
    {
        var isStrict = indent.Attribute(indent.Name.Namespace + "start") is not null;
        indent.Set(isStrict ? "start" : "left", left).Set(isStrict ? "end" : "right", right);
    }

    private static void SetGaps(StyleBook book, XElement paragraph, XElement spacing, ParagraphLook wanted)
    {
        var others = book.OfParagraph(paragraph).SkipLast(1).Select(layer => layer.Child("spacing")).OfType<XElement>().ToList();
        foreach (var (side, gap) in new[] { ("before", wanted.Before), ("after", wanted.After) })
        {
            spacing.Set(side, gap)
                .Set($"{side}Autospacing", others.Exists(layer => layer.Get($"{side}Autospacing") is not null) ? 0 : null)
                .Set($"{side}Lines", others.Exists(layer => layer.Get($"{side}Lines") is not null) ? 0 : null);
        }
    }

    private static bool HasCharacters(StyleBook book, XElement paragraph) =>
        book.OfParagraph(paragraph).Select(layer => layer.Child("ind")).Any(indent => indent.Get("firstLineChars") is not null || indent.Get("hangingChars") is not null);

    private static void Mend(XElement paragraph, string name, string[] attributes, Func<bool> isRight, Action<XElement> set)
    {
        if (paragraph.Child("pPr")?.Child(name) is { } own)
        {
            foreach (var attribute in attributes)
            {
                own.Set(attribute, null);
            }

            if (!own.HasAttributes)
            {
                own.Remove();
            }
        }

        if (!isRight())
        {
            set(paragraph.Properties("pPr").Put(name));
        }
    }
}

/// <summary>The same for the letters of a run.</summary>
internal static class RunMend
{
    public static void Font(XElement run, string font, Func<bool> isRight)
    {
        if (run.Child("rPr")?.Child("rFonts") is { } own)
        {
            own.Remove();
        }

        if (!isRight())
        {
            run.Properties("rPr").Put("rFonts").Set("ascii", font).Set("hAnsi", font).Set("eastAsia", font).Set("cs", font);
        }
    }

    public static void Size(XElement run, int halfPoints, Func<bool> isRight) => Mend(run, ["sz", "szCs"], halfPoints.ToString(CultureInfo.InvariantCulture), isRight);

    public static void Toggle(XElement run, string name, bool on, Func<bool> isRight) => Mend(run, [name, $"{name}Cs"], on ? "1" : "0", isRight);

    public static void Underline(XElement run, bool on, Func<bool> isRight) => Mend(run, ["u"], on ? "single" : "none", isRight);

    public static void Color(XElement run, string color, Func<bool> isRight) => Mend(run, ["color"], color, isRight);

    public static void Capitals(XElement run, Func<bool> isRight) => Mend(run, ["caps", "smallCaps"], "0", isRight);

    public static void Emphasis(XElement run, Func<bool> isRight) => Mend(run, ["em"], "none", isRight);

    public static void Unshade(XElement run, Func<bool> isRight)
    {
        Mend(run, ["highlight"], "none", isRight);
        Shading.TakeOff(run, "rPr", isRight);
    }

    private static void Mend(XElement run, string[] names, string value, Func<bool> isRight)
    {
        foreach (var name in names)
        {
            run.Child("rPr")?.Child(name)?.Remove();
        }

        if (!isRight())
        {
            foreach (var name in names)
            {
                run.Properties("rPr").Put(name).Set("val", value);
            }
        }
    }
}
