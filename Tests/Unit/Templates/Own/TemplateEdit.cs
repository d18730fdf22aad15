using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Own;

/// <summary>Something people or Word do to an official template, and the ids of what the check must say of it.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Forms">The forms it is done to, codes with spaces between.</param>
/// <param name="Edit">Does it.</param>
/// <param name="Rules">The ids of the findings, each once and in order, spaces between; null when they do not matter.</param>
internal sealed record TemplateEdit(string Name, string Forms, Func<byte[], byte[]> Edit, string? Rules = null)
{
    public const string All = "mau01 mau02 mau03";

    public static readonly XNamespace W = Docx.W;

    public static byte[] Official(string form) => TemplateAuthor.Build(FormCatalog.Find(FormCode.Parse(form))!, LayoutProfiles.Find(LayoutProfiles.Official)!);

    public byte[] On(string form) => Edit(Official(form));

    public static TemplateEdit Body(string name, string forms, Action<XElement> edit, string? rules = null) => new(name, forms, docx => Docx.Edit(docx, edit), rules);
}
