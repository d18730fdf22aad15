using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>What was found in a template that people edited in Word («kết quả kiểm tra mẫu»).</summary>
/// <param name="Form">The form it is a template of; null when nothing tells which.</param>
/// <param name="Findings">
/// Ids T01 to T16 (quy ước nội bộ), each with its place in words; <see cref="Finding.Path"/> is the tag it is about, or empty. Of severity error: the template cannot be used.
/// Of severity warning: it can, and this is how it differs or what is mended by itself. Empty when it is as we author it.
/// </param>
/// <param name="Prepared">The template ready to be filled, small damage mended; null when there is an error.</param>
public sealed record TemplateCheck(FormDefinition? Form, IReadOnlyList<Finding> Findings, ReadOnlyMemory<byte>? Prepared)
{
    /// <summary>True when documents can be filled with it.</summary>
    public bool IsUsable => Prepared is not null;
}
