using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Authoring;

/// <summary>The glossary of a template: what Word puts into a control that a person has emptied, the form's own blank instead of Word's prompt.</summary>
/// <remarks>One part without parts of its own: LibreOffice misplaces those, and other programs then cannot open the package.</remarks>
internal sealed class Prompts
{
    private readonly List<string> texts;

    public Prompts(FormDefinition form) => texts =
        [.. form.SingleFields.Concat(form.RowFields.SelectMany(rows => rows.Columns)).Where(field => field.Printed).Select(TextOf).Distinct()];

    /// <summary>What an empty place shows.</summary>
    public static string TextOf(FieldDefinition field) => field.Placeholder.Length > 0 ? field.Placeholder : Controls.InvisibleBlank;

    /// <summary>The name under which the glossary keeps a field's blank.</summary>
    public string NameOf(FieldDefinition field) => Name(texts.IndexOf(TextOf(field)));

    public XDocument Build() => new(new XDeclaration("1.0", "UTF-8", "yes"), Element("glossaryDocument",
        new XAttribute(XNamespace.Xmlns + "w", W),
        Element("docParts", texts.Select((text, number) => Element("docPart",
            Element("docPartPr",
                Element("name", Val(Name(number))),
                Element("category", Element("name", Val("General")), Element("gallery", Val("placeholder"))),
                Element("types", Element("type", Val("bbPlcHdr"))),
                Element("behaviors", Element("behavior", Val("content"))),
                Element("guid", Val(IdOf(Name(number))))),
            Element("docPartBody", Element("p", Controls.Run(text, Element("rStyle", Val(PlaceholderStyle))))))))));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"HtCho{number + 1:00}");

    // The same name always gets the same id, so that equal templates are equal bytes.
    private static string IdOf(string name) => new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(name)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();
}
