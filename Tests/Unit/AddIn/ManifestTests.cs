using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace HocTap.Office.Tests.Unit.AddIn;

[TestClass]
public sealed class ManifestTests
{
    private const string Address = "https://localhost:5443/";

    private static readonly XNamespace Basic = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    private static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
    private static readonly Lazy<XmlSchemaSet> Schemas = new(Load);

    private static XDocument Manifest => XDocument.Load(Repository.At("manifest.xml"));

    [TestMethod]
    public void The_manifest_is_valid_against_the_published_schemas() =>
        Assert.IsEmpty(FaultsOf(Manifest), string.Join('\n', FaultsOf(Manifest)));

    [TestMethod]
    [DataRow("Id", "no guid", DisplayName = "an id that is no GUID")]
    [DataRow("Permissions", "readwritedocument", DisplayName = "a permission in the wrong case")]
    [DataRow("DefaultLocale", "vi_VN", DisplayName = "a locale with an underscore")]
    public void The_schemas_do_reject_a_wrong_value(string element, string value)
    {
        var manifest = Manifest;
        manifest.Root!.Elements().Single(child => child.Name.LocalName == element).Value = value;

        Assert.IsNotEmpty(FaultsOf(manifest));
    }

    [TestMethod]
    public void The_schemas_do_reject_a_foreign_root() =>
        Assert.IsNotEmpty(FaultsOf(new XDocument(new XElement(XName.Get("OfficeApp", "urn:other")))));

    [TestMethod]
    public void The_manifest_keeps_what_the_schemas_do_not_see() => Assert.IsEmpty(Checked(Manifest), string.Join('\n', Checked(Manifest)));

    [TestMethod]
    [DataRow("https://localhost:5443/pane?go=check\"", "http://localhost:5443/pane?go=check\"", "not https", DisplayName = "an address without encryption")]
    [DataRow("https://localhost:5443/pane?go=check\"", "https://example.org/pane?go=check\"", "elsewhere", DisplayName = "an address of somebody else")]
    [DataRow("resid=\"HocTap.Check.Tip\"", "resid=\"HocTap.Check.Tips\"", "no such resource", DisplayName = "a reference to nothing")]
    [DataRow("bt:String id=\"HocTap.Check.Tip\"", "bt:String id=\"HocTap.Submit.Tip\"", "twice", DisplayName = "a resource given twice")]
    [DataRow("Control xsi:type=\"Button\" id=\"HocTap.Check\"", "Control xsi:type=\"Button\" id=\"HocTap.Submit\"", "twice", DisplayName = "two buttons of one name")]
    [DataRow("<bt:Image size=\"16\" resid=\"HocTap.Check.16\"/>", "", "instead of", DisplayName = "an icon without its smallest size")]
    [DataRow("icons/check-32.png", "icons/check-80.png", "not 32", DisplayName = "an icon of another size")]
    [DataRow("icons/check-32.png", "icons/checks-32.png", "no such icon", DisplayName = "an icon that does not exist")]
    public void The_checks_do_find_a_fault(string right, string wrong, string told)
    {
        var manifest = XDocument.Parse(File.ReadAllText(Repository.At("manifest.xml")).Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(fault => fault.Contains(told, StringComparison.Ordinal), Checked(manifest));
    }

    [TestMethod]
    public void The_ribbon_has_a_tab_of_its_own_with_six_buttons_of_one_pane()
    {
        var labels = Manifest.Descendants(Basic + "String").ToDictionary(text => text.Attribute("id")!.Value, text => text.Attribute("DefaultValue")!.Value);
        var buttons = Manifest.Descendants(Overrides + "Control").Select(button => labels[button.Element(Overrides + "Label")!.Attribute("resid")!.Value]).ToList();

        Assert.AreEqual("Học tập", labels[Manifest.Descendants(Overrides + "CustomTab").Single().Element(Overrides + "Label")!.Attribute("resid")!.Value]);
        CollectionAssert.AreEqual(new[] { "Việc của tôi", "Mẫu 01", "Mẫu 02", "Mẫu 03", "Kiểm tra", "Nộp" }, buttons);
    }

    [TestMethod]
    public void The_pane_opens_with_documents_that_ask_for_it_and_shows_the_duties_first()
    {
        var panes = Manifest.Descendants(Overrides + "TaskpaneId").Select(pane => pane.Value).Distinct().ToList();
        var first = Manifest.Descendants(Overrides + "Action").First().Element(Overrides + "SourceLocation")!.Attribute("resid")!.Value;

        CollectionAssert.AreEqual(new[] { "Office.AutoShowTaskpaneWithDocument" }, panes);
        Assert.AreEqual("HocTap.Duties.Url", first);
    }

    [TestMethod]
    public void Texts_keep_their_limits_and_speak_vietnamese_first()
    {
        var texts = Manifest.Descendants(Basic + "String").ToList();

        foreach (var text in texts)
        {
            var limit = text.Parent!.Name.LocalName == "ShortStrings" ? 125 : 250;
            Assert.IsLessThanOrEqualTo(limit, text.Attribute("DefaultValue")!.Value.Length);
            Assert.AreEqual("en-US", text.Elements(Basic + "Override").Single().Attribute("Locale")!.Value);
        }

        Assert.AreEqual("vi-VN", Manifest.Root!.Elements().Single(child => child.Name.LocalName == "DefaultLocale").Value);
    }

    private static IReadOnlyList<string> Checked(XDocument manifest) => ManifestChecks.FaultsOf(manifest, Address, Repository.At("AddIn", "wwwroot", "icons"));

    private static List<string> FaultsOf(XDocument manifest)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value };
        // Without warnings a root of an unknown namespace would pass.
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new StringReader(manifest.ToString()), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.EnumerateFiles(Repository.At("Tests", "Schemas"), "*.xsd"))
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { XmlResolver = null });
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
