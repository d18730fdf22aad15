using System.Text;
using System.Xml;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Tests.Unit.Templates.Packages;

/// <summary>The scanner is held against XmlReader: what it does not refuse must be told alike, and what XmlReader refuses it must refuse.</summary>
[TestClass]
public sealed class XmlScannerTests
{
    private const string Word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    [TestMethod]
    [DynamicData(nameof(OfficialTemplateTests.Forms), typeof(OfficialTemplateTests))]
    public void It_reads_every_part_of_a_template_as_XmlReader_does(string form)
    {
        foreach (var profile in LayoutProfiles.All)
        {
            AssertReadsAlike(TemplateAuthor.Build(FormCatalog.Find(FormCode.Parse(form))!, profile));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sample.Names), typeof(Sample))]
    public void It_reads_every_part_of_a_filled_form_as_XmlReader_does(string name) => AssertReadsAlike(Sample.Named(name).Fill());

    [TestMethod]
    [DataRow("<a/>")]
    [DataRow("\uFEFF<?xml version=\"1.0\" encoding='utf-8' standalone=\"yes\"?>\r\n <a>\n</a>\n")]
    [DataRow("<a b='1' c=\"&quot;&amp;&#x1EA0;\"  d=''>x &lt;&gt; ]] ]> y<e /></a >")]
    [DataRow("<a xmlns='u' xmlns:p='v'><p:b p:c='d' xml:space='preserve'> </p:b></a>")]
    [DataRow("<w:p " + Word + "><w:r>Kế hoạch &#128512; \U0001F600</w:r></w:p>")]
    public void It_reads_plain_XML(string xml) => AssertAlike(Encoding.UTF8.GetBytes(xml), mayRefuse: false);

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("  ", DisplayName = "white space only")]
    [DataRow("text", DisplayName = "no tag")]
    [DataRow("<a>", DisplayName = "not ended")]
    [DataRow("<a></b>", DisplayName = "ended otherwise")]
    [DataRow("<a></ab>", DisplayName = "ended longer")]
    [DataRow("<a/><b/>", DisplayName = "two roots")]
    [DataRow("<a/>x", DisplayName = "text after the root")]
    [DataRow("<a b='1' b='2'/>", DisplayName = "one attribute twice")]
    [DataRow("<a b='<'/>", DisplayName = "a tag in a value")]
    [DataRow("<a b='1'c='2'/>", DisplayName = "attributes without a space")]
    [DataRow("<a b=1/>", DisplayName = "no quotes")]
    [DataRow("<a b='1/>", DisplayName = "open quote")]
    [DataRow("<a>&x;</a>", DisplayName = "unknown reference")]
    [DataRow("<a>&</a>", DisplayName = "bare ampersand")]
    [DataRow("<a>&#0;</a>", DisplayName = "forbidden number")]
    [DataRow("<a>&#xD800;</a>", DisplayName = "half a pair")]
    [DataRow("<a>]]></a>", DisplayName = "end of no CDATA")]
    [DataRow("<a>\u0001</a>", DisplayName = "control letter")]
    [DataRow("<a>\uFFFE</a>", DisplayName = "no letter")]
    [DataRow("<p:a/>", DisplayName = "unknown prefix")]
    [DataRow("<a><b xmlns:p='u'/><p:c/></a>", DisplayName = "prefix out of its element")]
    [DataRow("<a xmlns:p=''/>", DisplayName = "prefix for nothing")]
    [DataRow("<a:b:c xmlns:a='u'/>", DisplayName = "two colons")]
    [DataRow("<1a/>", DisplayName = "name that begins with a digit")]
    [DataRow("<a/ >", DisplayName = "space in the end of a tag")]
    [DataRow("<a", DisplayName = "half a tag")]
    [DataRow("<", DisplayName = "a quarter of one")]
    public void It_refuses_what_is_not_well_formed(string xml)
    {
        Assert.IsTrue(RefusedByReader(Encoding.UTF8.GetBytes(xml)));
        Assert.IsNull(Scanned(Encoding.UTF8.GetBytes(xml)));
    }

    [TestMethod]
    [DataRow("<!DOCTYPE a><a/>", DisplayName = "a DTD")]
    [DataRow("<a><!-- --></a>", DisplayName = "a comment")]
    [DataRow("<a><![CDATA[x]]></a>", DisplayName = "CDATA")]
    [DataRow("<a><?x y?></a>", DisplayName = "an instruction")]
    [DataRow("<a>\r\n</a>", DisplayName = "carriage returns")]
    [DataRow("<a b='x\ty'/>", DisplayName = "a tab in a value")]
    [DataRow("<à/>", DisplayName = "a name beyond ASCII")]
    [DataRow("<?xml version='1.0' encoding='windows-1258'?><a/>", DisplayName = "another encoding")]
    [DataRow("<x:p xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>", DisplayName = "Word's elements under another prefix")]
    [DataRow("<w:p xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>", DisplayName = "Word's prefix for another dialect")]
    public void It_leaves_what_is_not_plain_to_others(string xml) => Assert.IsNull(Scanned(Encoding.UTF8.GetBytes(xml)));

    [TestMethod]
    public void Bytes_that_are_no_UTF8_are_refused() => Assert.IsNull(Scanned([(byte)'<', (byte)'a', (byte)'>', 0xC3, (byte)'<', (byte)'/', (byte)'a', (byte)'>']));

    [TestMethod]
    public void Elements_may_stand_as_deep_as_it_says_and_no_deeper()
    {
        Assert.IsNotNull(Scanned(Encoding.UTF8.GetBytes(Nested(XmlScanner.DeepestNesting))));
        Assert.IsNull(Scanned(Encoding.UTF8.GetBytes(Nested(XmlScanner.DeepestNesting + 1))));
    }

    [TestMethod]
    public void Skipping_an_element_ends_at_its_own_end()
    {
        var scanner = new XmlScanner("<a><b><b/><b>x</b></b><c d='1'/></a>"u8);
        scanner.Read();
        scanner.Read();

        Assert.IsTrue(scanner.Skip());
        Assert.IsTrue(scanner.Read());

        Assert.IsTrue(scanner.IsElement("c"u8));
        Assert.IsTrue(scanner.TryAttribute("d"u8, out var value));
        Assert.AreEqual("1", XmlLetters.Decode(value));
    }

    [TestMethod]
    public void Mutated_XML_is_refused_or_read_as_XmlReader_does()
    {
        var dice = new Dice();
        var seeds = (byte[][])[
            Docx.Parts(Sample.Named("mau03-1-minimal").Fill())[Docx.Document][..6000],
            Encoding.UTF8.GetBytes("<a xmlns='u' xmlns:p='v'><p:b p:c='d' xml:space='preserve'> &amp;x&#65;ế]] </p:b><e f=\"g\" h='i'/><e/></a>"),
            Encoding.UTF8.GetBytes("<w:p " + Word + "><w:r w:a='1'>Kế<w:t/></w:r><w:r>&lt;</w:r></w:p>"),
        ];
        for (var round = 0; round < 30_000; round++)
        {
            AssertAlike(Mutated(seeds[round % 32 == 0 ? 0 : 1 + (round % 2)], dice), mayRefuse: true);
        }
    }

    private static byte[] Mutated(byte[] seed, Dice dice)
    {
        var xml = seed.ToList();
        for (var edit = dice.Next(3); edit >= 0 && xml.Count > 4; edit--)
        {
            var (at, letters) = (dice.Next(xml.Count - 3), "<>/&;=:'\" \n\t\r]x!?w#\u0000\u00C4");
            switch (dice.Next(4))
            {
                case 0:
                    xml[at] = (byte)letters[dice.Next(letters.Length)];
                    break;
                case 1:
                    xml.Insert(at, (byte)letters[dice.Next(letters.Length)]);
                    break;
                case 2:
                    xml.RemoveRange(at, 1 + dice.Next(2));
                    break;
                default:
                    xml.InsertRange(at, xml.GetRange(dice.Next(xml.Count - 3), 3));
                    break;
            }
        }

        return [.. xml];
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static void AssertReadsAlike(byte[] docx)
    {
        foreach (var (name, content) in Docx.Parts(docx))
        {
            AssertAlike(content, mayRefuse: false, name);
        }
    }

    private static void AssertAlike(byte[] xml, bool mayRefuse, string name = "")
    {
        var scanned = Scanned(xml);
        if (scanned is null && mayRefuse)
        {
            return;
        }

        Assert.IsNotNull(scanned, $"refused: {name} {Encoding.UTF8.GetString(xml)}");
        CollectionAssert.AreEqual(ReadByXmlReader(xml), scanned, name + Encoding.UTF8.GetString(xml));
    }

    private static List<string>? Scanned(byte[] xml)
    {
        var told = new List<string>();
        var scanner = new XmlScanner(xml);
        while (scanner.Read())
        {
            told.AddRange(scanner.Token switch
            {
                XmlToken.Text when scanner.Depth > 0 => [XmlLetters.Decode(scanner.Raw)],
                XmlToken.Text => [],
                XmlToken.End => [$"/{scanner.Depth} {Encoding.UTF8.GetString(scanner.Name)}"],
                _ => Tag(scanner),
            });
        }

        return scanner.Refused ? null : told;
    }

    private static List<string> Tag(in XmlScanner scanner)
    {
        var tag = new List<string> { $"{scanner.Depth} {Encoding.UTF8.GetString(scanner.Name)} {scanner.Token == XmlToken.Empty}" };
        foreach (var attribute in scanner.Attributes)
        {
            tag.Add($"{Encoding.UTF8.GetString(attribute.Name)}={XmlLetters.Decode(attribute.Raw)}");
        }

        return tag;
    }

    private static bool RefusedByReader(byte[] xml)
    {
        try
        {
            ReadByXmlReader(xml);
            return false;
        }
        catch (XmlException)
        {
            return true;
        }
    }

    private static List<string> ReadByXmlReader(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var told = new List<string>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    told.Add($"{reader.Depth} {reader.Name} {reader.IsEmptyElement}");
                    told.AddRange(Enumerable.Range(0, reader.AttributeCount).Select(index => Attribute(reader, index)));
                    reader.MoveToElement();
                    break;
                case XmlNodeType.EndElement:
                    told.Add($"/{reader.Depth} {reader.Name}");
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth > 0:
                    told.Add(reader.Value);
                    break;
            }
        }

        return told;
    }

    private static string Attribute(XmlReader reader, int index)
    {
        reader.MoveToAttribute(index);
        return $"{reader.Name}={reader.Value}";
    }

    /// <summary>The same throws in every run.</summary>
    private sealed class Dice
    {
        private ulong thrown;

        public int Next(int sides)
        {
            thrown = unchecked((thrown * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((thrown >> 33) % (ulong)sides);
        }
    }
}
