using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Filling;

/// <summary>The document's own XML part («phần dữ liệu kèm văn bản»): what it is for, the values last written, row ids, unprinted fields and the fixed text as printed.</summary>
/// <remarks>Elements only, no mixed content: Word and SharePoint may re-indent it without harm.</remarks>
internal static class FormPart
{
    public const int TemplateVersion = 1;

    /// <summary>The part of a template.</summary>
    public static XDocument Blank(FormDefinition form, TemplateMark? mark = null) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(Form + "form",
            new XAttribute("code", form.Code.Value),
            new XAttribute("templateVersion", TemplateVersion.ToString(CultureInfo.InvariantCulture)),
            TemplateMark.Attributes(mark),
            new XAttribute("xmlns", Form.NamespaceName)));

    /// <summary>The part of a document.</summary>
    public static byte[] Build(DocumentIdentity identity, FormDefinition form, FormValues values, byte[] fixedLines, TemplateMark? mark, LayoutNames layout)
    {
        using var output = new Utf8Buffer(4096);
        new FormPartWriter(form).Write(output, identity, values, fixedLines, mark, layout);
        return output.Written.ToArray();
    }

    /// <summary>The element of the fixed lines, and what tells how the template prints rows in its own way.</summary>
    public static byte[] Fixed(IEnumerable<string> lines, IEnumerable<XElement> ownPrints)
    {
        using var output = new Utf8Buffer(4096);
        output.Write("<fixed>"u8);
        foreach (var line in lines)
        {
            output.Write("<line>"u8);
            XmlEscape.Text(output, line);
            output.Write("</line>"u8);
        }

        output.Write("</fixed>"u8);
        foreach (var print in ownPrints)
        {
            output.Write(Encoding.UTF8.GetBytes(print.ToString(SaveOptions.DisableFormatting)));
        }

        return output.Written.ToArray();
    }
}
