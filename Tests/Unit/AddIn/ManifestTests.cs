using System.Buffers.Binary;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace HocTap.Office.Tests.Unit.AddIn;

[TestClass]
public sealed class ManifestTests
{
    private const string Placeholder = "https://localhost:5443/";

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
    public void Every_resource_that_is_named_exists_once_and_every_one_is_used()
    {
        var named = Manifest.Descendants().Attributes("resid").Select(attribute => attribute.Value).ToHashSet();
        var ids = Manifest.Descendants(Overrides + "Resources").Descendants().Attributes("id").Select(attribute => attribute.Value).ToList();

        CollectionAssert.AllItemsAreUnique(ids);
        CollectionAssert.AreEquivalent(named.ToList(), ids);
        Assert.IsTrue(ids.TrueForAll(id => id.Length <= 32), "A resource id has at most 32 characters.");
    }

    [TestMethod]
    public void Every_id_of_a_control_or_group_is_unique()
    {
        var ids = Manifest.Descendants(Overrides + "Hosts").Descendants().Attributes("id").Select(attribute => attribute.Value).ToList();

        CollectionAssert.AllItemsAreUnique(ids);
    }

    [TestMethod]
    public void Every_address_is_https_and_under_the_base_that_the_service_replaces()
    {
        var addresses = Manifest.Descendants()
            .SelectMany(element => element.Attributes())
            .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Value.Contains("://", StringComparison.Ordinal))
            .ToList();

        Assert.IsNotEmpty(addresses);
        foreach (var address in addresses)
        {
            Assert.StartsWith(Placeholder, address.Value);
        }
    }

    [TestMethod]
    public void Every_icon_is_there_in_the_size_it_is_named_for()
    {
        var named = Manifest.Descendants(Basic + "Image").Attributes("DefaultValue").Select(attribute => attribute.Value)
            .Append(Value("IconUrl"))
            .Append(Value("HighResolutionIconUrl"))
            .ToHashSet();
        var sizes = Manifest.Descendants(Basic + "Icon").Concat(Manifest.Descendants(Overrides + "Icon"))
            .Select(icon => string.Join(' ', icon.Elements(Basic + "Image").Select(image => image.Attribute("size")!.Value)));

        Assert.IsTrue(sizes.All(offered => offered == "16 32 80"), "The ribbon needs icons of 16, 32 and 80 pixels.");
        Assert.HasCount(4, named);
        foreach (var address in named)
        {
            var file = address[(address.LastIndexOf('/') + 1)..];
            var side = int.Parse(Path.GetFileNameWithoutExtension(file)["icon-".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.AreEqual((side, side), SizeOf(Repository.At("AddIn", "wwwroot", "icons", file)), file);
        }
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

    [TestMethod]
    public void The_pane_opens_with_documents_that_ask_for_it()
    {
        var pane = Manifest.Descendants(Overrides + "TaskpaneId").Single();

        Assert.AreEqual("Office.AutoShowTaskpaneWithDocument", pane.Value);
    }

    private static string Value(string element) =>
        Manifest.Root!.Elements().Single(child => child.Name.LocalName == element).Attribute("DefaultValue")!.Value;

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

    private static (int Width, int Height) SizeOf(string png)
    {
        var head = File.ReadAllBytes(png).AsSpan(16, 8);
        return (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]));
    }
}
