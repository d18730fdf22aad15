using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>What fields printed when the document was last written: the hint where words alone do not tell.</summary>
/// <param name="form">The form.</param>
/// <param name="written">The document's part; null when it is gone.</param>
internal sealed class WrittenValues(FormDefinition form, WrittenPart? written)
{
    /// <summary>The printed words of a field; "" when it was empty or is not known.</summary>
    public string Of(string tag) => written is not null && form.SingleFields.FirstOrDefault(field => field.Tag == tag) is { } known
        ? VietnameseText.Words(PrintedText.Of(known, written.Values[tag]))
        : "";

    /// <summary>True when the paper shows something in the place of a field, as far as we know.</summary>
    public bool IsShown(string tag) =>
        written is null || Of(tag).Length > 0 || form.SingleFields.Any(field => field.Tag == tag && field.Placeholder.Length > 0);
}
