using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.Templates.Filling;

/// <summary>What a template is filled with («giá trị để điền»): texts by the tag of their control, and lists of further values by the tag of a repeating section.</summary>
/// <remarks>
/// A text fills every control of its tag; LF in it makes paragraphs where the control holds paragraphs, else line breaks; a tab is a tab. Any text is
/// only text, never markup: letters XML forbids are left out, the others composed (NFC). A tag without a text leaves its control as it stands, and ""
/// leaves a control that shows its prompt. An empty list leaves the section's sample row.
/// </remarks>
/// <param name="texts">Texts by tag.</param>
/// <param name="rows">Lists by tag; those of a row are in the row's own values.</param>
public sealed class TemplateValues(
    IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, IReadOnlyList<TemplateValues>>? rows = null)
{
    /// <summary>The text of a tag; "" when there is none.</summary>
    public string this[string tag] => texts.GetValueOrDefault(tag, "");

    /// <summary>The list of a tag; empty when there is none.</summary>
    public IReadOnlyList<TemplateValues> RowsOf(string tag) => rows?.GetValueOrDefault(tag) ?? [];

    /// <summary>The same values with one more text.</summary>
    internal TemplateValues With(string tag, string text) => new(new Dictionary<string, string>(texts) { [tag] = text }, rows);

    /// <summary>The text of a tag as XML where it is a plain line that was written before; nothing elsewhere.</summary>
    internal ReadOnlySpan<byte> Written(string tag) => texts is PlainRow row ? row.Written(tag) : default;

    internal bool TryGetText(string tag, [NotNullWhen(true)] out string? text) => texts.TryGetValue(tag, out text);
}
