using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>Changes to the elements of a part; a part that is no XML any more stays as it is.</summary>
internal static class MarkupMutation
{
    private static readonly string[] Wrappers =
    [
        "ins", "del", "moveFrom", "moveTo", "smartTag", "sdt", "sdtContent", "tbl", "tr", "tc", "r", "p", "hyperlink", "ruby", "rubyBase", "fldSimple", "dir", "customXml", "pPr", "rPr", "txbxContent", "pict", "body", "document", "t",
    ];

    public static byte[] Delete(byte[] xml, int a, int b) => Edit(xml, a, b, (one, _) => one.Remove());

    public static byte[] Double(byte[] xml, int a, int b) => Edit(xml, a, b, (one, _) => one.AddAfterSelf(Enumerable.Range(0, 1 + (b % 40)).Select(_ => new XElement(one)).ToArray<object>()));

    public static byte[] Nest(byte[] xml, int a, int b) => Edit(xml, a, b, (one, _) =>
    {
        var copy = new XElement(one);
        for (var level = 0; level < b % 500; level++)
        {
            copy = new XElement(one.Name, one.Attributes(), copy);
        }

        one.ReplaceWith(copy);
    });

    public static byte[] Swap(byte[] xml, int a, int b) => Edit(xml, a, b, (one, other) =>
    {
        if (!one.AncestorsAndSelf().Contains(other) && !other.Ancestors().Contains(one))
        {
            var copy = new XElement(other);
            other.ReplaceWith(new XElement(one));
            one.ReplaceWith(copy);
        }
    });

    public static byte[] Wrap(byte[] xml, int a, int b) => Edit(xml, a, b, (one, _) => one.ReplaceWith(new XElement(Docx.W + Wrappers[b % Wrappers.Length], one)));

    public static byte[] Unwrap(byte[] xml, int a, int b) => Edit(xml, a, b, (one, _) => one.ReplaceWith(one.Nodes()));

    public static byte[] Move(byte[] xml, int a, int b) => Edit(xml, a, b, (one, other) =>
    {
        if (!other.AncestorsAndSelf().Contains(one))
        {
            one.Remove();
            other.Add(one);
        }
    });

    public static byte[] Attribute(byte[] xml, int a, string value) => Edit(xml, a, 0, (one, _) =>
    {
        var attributes = one.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml).Take(1 + (a % 7)).ToList();
        attributes.ForEach(attribute => attribute.Value = value);
    });

    public static byte[] Text(byte[] xml, int a, string value) => Edit(xml, a, 0, (one, _) =>
    {
        var text = one.DescendantNodesAndSelf().OfType<XText>().FirstOrDefault();
        if (text is not null)
        {
            text.Value = value;
        }
    });

    private static byte[] Edit(byte[] xml, int a, int b, Action<XElement, XElement> edit)
    {
        try
        {
            var document = XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace);
            var all = document.Root!.Descendants().ToList();
            if (all.Count > 0)
            {
                edit(all[a % all.Count], all[b % all.Count]);
            }

            return Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
        }
        catch (XmlException)
        {
            return xml;
        }
    }
}
