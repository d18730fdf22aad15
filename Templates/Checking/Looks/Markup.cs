using System.Globalization;
using System.Xml.Linq;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>Word's markup as it lies in a file, in either dialect: children and attributes have the namespace of their element.</summary>
internal static class Markup
{
    private const int LongestMeasure = 20;

    // Twips of a unit; a bare number is twips already.
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["pt"] = 20, ["mm"] = 1440 / 25.4, ["cm"] = 1440 / 2.54, ["in"] = 1440, ["pc"] = 240, ["pi"] = 240,
    };

    /// <summary>True for an element of Word's own, of that name.</summary>
    public static bool Is(this XElement element, string name) => element.Name.LocalName == name && IsWord(element);

    /// <summary>True for an element of Word's own.</summary>
    public static bool IsWord(this XElement element) => element.Name.Namespace == Ooxml.W || element.Name.NamespaceName == Ooxml.StrictWord;

    /// <summary>The first child of that name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Element(element.Name.Namespace + name);

    /// <summary>All children of that name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements(element.Name.Namespace + name);

    /// <summary>All descendants of that name in the same dialect.</summary>
    public static IEnumerable<XElement> Inner(this XElement element, string name) => element.Descendants(element.Name.Namespace + name);

    /// <summary>An attribute's text.</summary>
    public static string? Get(this XElement? element, string name) => (string?)element?.Attribute(element.Name.Namespace + name);

    /// <summary>The text of <c>val</c>.</summary>
    public static string? Val(this XElement? element) => element.Get("val");

    /// <summary>A length in twips; null when the attribute is absent or says nothing sensible.</summary>
    public static int? Twips(this XElement? element, string name) => TwipsOf(element.Get(name));

    /// <summary>A whole number.</summary>
    public static int? Number(this XElement? element, string name) =>
        int.TryParse(element.Get(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What a yes-or-no element says; null when it is not there.</summary>
    public static bool? Toggle(this XElement? properties, string name) => properties?.Child(name) is { } element ? IsOn(element.Val() ?? "1") : null;

    /// <summary>True for the ways of writing yes.</summary>
    public static bool IsOn(string? value) => value is "1" or "true" or "on";

    /// <summary>A length as Word writes it, in twips: a whole number, or a number with its unit.</summary>
    public static int? TwipsOf(string? text)
    {
        if (text is null || text.Length > LongestMeasure)
        {
            return null;
        }

        var unit = text.Length > 2 && char.IsLetter(text[^1]) ? text[^2..] : "";
        return double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (unit.Length == 0 || Units.ContainsKey(unit)) && double.IsFinite(number) && Math.Abs(number) < 1_000_000
            ? (int)Math.Round(number * (unit.Length == 0 ? 1 : Units[unit]))
            : null;
    }
}
