using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>Files of at most 20 MB that ask for much more memory than they have bytes, each in a way of its own.</summary>
internal static class HostileFiles
{
    private const int Limit = 20 * 1024 * 1024;
    private const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly byte[] Good = Sample.Named("mau03-2-typical").Fill();
    private static readonly byte[] GoodTable = Sample.Named("mau01-2-typical").Fill();

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["a flat bomb"] = () => With(Good, "word/media/image1.bin", Zeros(2_000)),
        ["many bombs"] = () => With(Good, [.. Enumerable.Range(0, 20).Select(n => ($"word/media/{n}.bin", Zeros(60)))]),
        ["a bomb in a body"] = () => Body(Repeated("          ", 30_000_000)),
        ["a zip in a zip in a zip"] = () => With(Good, "word/media/inner.zip", Once(Nested(Nested(Nested(new byte[10_000_000]))))),
        ["entities that grow"] = () => With(Good, Docx.Document, Once(Encoding.UTF8.GetBytes("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(1, 20).Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat(n == 1 ? "&a;" : $"&a{n - 1};", 10))}\">")) + "]><d>&a20;</d>"))),
        ["a body of twenty megabytes stored"] = () => Stored(),
        ["a picture of nineteen megabytes"] = () => With(Good, "word/media/image1.bin", Once(Noise((19 * 1024 * 1024) - 400_000))),
        ["a tag of many attributes"] = () => Body([.. Strings("<w:p", Numbered(0, 3_000_000, n => $" a{n}=''"), "/>")]),
        ["many tags of many attributes"] = () => Body(Repeated("<w:p" + string.Concat(Numbered(0, 40_000, n => $" a{n}=''")) + "/>", 100)),
        ["names that look alike"] = () => Body(Repeated("<w:p" + string.Concat(Numbered(0, 4_000, n => $" {new string('a', 100)}{n}='1'")) + "/>", 100)),
        ["every element another name"] = () => Body(Numbered(0, 3_000_000, n => $"<w:e{n}/>")),
        ["every attribute another space"] = () => Body(Numbered(0, 1_000_000, n => $"<w:p xmlns:n{n}='urn:{n}' n{n}:a=''/>")),
        ["names of many letters"] = () => Body(Numbered(0, 600, n => $"<w:{new string('e', 100_000)}{n}/>")),
        ["an attribute without end"] = () => Body([.. Strings("<w:p w:val='", Repeated("aaaaaaaaaa", 6_000_000), "'/>")]),
        ["an attribute without end in two bytes a letter"] = () => Utf16(),
        ["a word without end"] = () => Body([.. Strings("<w:p><w:r><w:t>", Repeated("aaaaaaaaaa", 6_000_000), "</w:t></w:r></w:p>")]),
        ["a word without end in a label"] = () => Body([.. Strings("<w:p><w:r><w:t>Họ và tên: ", Repeated("aaaaaaaaa ", 150_000), "</w:t></w:r></w:p>")]),
        ["a comment without end"] = () => Body([.. Strings("<!--", Repeated("aaaaaaaaaa", 6_000_000), "-->")]),
        ["an instruction without end"] = () => Body([.. Strings("<?x ", Repeated("aaaaaaaaaa", 6_000_000), "?>")]),
        ["a section without end"] = () => Body([.. Strings("<w:p><w:r><w:t><![CDATA[", Repeated("aaaaaaaaaa", 6_000_000), "]]></w:t></w:r></w:p>")]),
        ["a field instruction without end"] = () => Body([.. Strings("<w:p><w:r><w:instrText>", Repeated("aaaaaaaaaa", 6_000_000), "</w:instrText></w:r></w:p>")]),
        ["half a million elements"] = () => Body(Repeated("<w:p/>", 500_000)),
        ["as many elements as are read"] = () => Body(Repeated("<w:p/>", 119_000)),
        ["as many words as are read"] = () => Body(Repeated("<w:p><w:r><w:t>dòng chữ 12345</w:t></w:r></w:p>", 39_000)),
        ["as many letters as are read"] = () => Body(Repeated("<w:p><w:r><w:t>" + new string('a', 1_000) + "</w:t></w:r></w:p>", 1_590)),
        ["as many lines like labels as are read"] = () => Body(Repeated("<w:p><w:r><w:t>Họ và tên: A, ngày 1 của B về C</w:t></w:r></w:p>", 29_000)),
        ["ten million runs of a letter"] = () => Body([.. Strings("<w:p>", Repeated("<w:r><w:t>a</w:t></w:r>", 2_500_000), "</w:p>")]),
        ["deep nesting"] = () => Body([.. Strings(Repeated("<w:p>", 3_000_000), Repeated("</w:p>", 3_000_000))]),
        ["many controls"] = () => Body(Repeated("<w:sdt><w:sdtPr><w:tag w:val='workUnit'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>", 12_000)),
        ["too many controls"] = () => Body(Repeated("<w:sdt><w:sdtPr><w:tag w:val='workUnit'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>", 400_000)),
        ["many bookmarks"] = () => Body(Numbered(0, 400_000, n => $"<w:bookmarkStart w:id='{n}' w:name='_ht_actionContent'/><w:bookmarkEnd w:id='{n}'/>")),
        ["as many bookmarks as are read"] = () => Body(Numbered(0, 23_000, n => $"<w:bookmarkStart w:id='{n}' w:name='_ht_actionContent'/><w:bookmarkEnd w:id='{n}'/>")),
        ["many table rows"] = () => Table(10_000),
        ["as many table rows as are read"] = () => Table(4_500),
        ["many insertions"] = () => Body(Repeated("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", 20_000)),
        ["works and labels"] = () => Body([.. Strings("<w:p><w:r><w:t>III. ĐĂNG KÝ NÊU GƯƠNG</w:t></w:r></w:p>", Repeated("<w:p><w:r><w:t>1. Công việc số 1</w:t></w:r></w:p><w:p><w:r><w:t>- Nội dung, mục tiêu: a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>", 9_900), "")]),
        ["a part of ours without end"] = () => Part("<form xmlns='urn:hoctap:form:1' code='mau03'><values><value tag='actionContent'>", Repeated("aaaaaaaaaa", 6_000_000), "</value></values></form>"),
        ["a part of ours as long as is read"] = () => Part("<form xmlns='urn:hoctap:form:1' code='mau03'><values><value tag='actionContent'>", Repeated("aaa aaa a\n", 159_000), "</value></values></form>"),
        ["a part of ours with many values"] = () => Part("<form xmlns='urn:hoctap:form:1' code='mau03'><values>", Repeated("<value tag='actionContent'>a</value>", 38_000), "</values></form>"),
        ["many data parts"] = () => With(Good, [.. Enumerable.Range(5, 150).Select(n => ($"customXml/item{n}.xml", Strings("<a>", Repeated("<b/>", 90_000), "</a>")))]),
        ["a style sheet without end"] = () => With(Good, "word/styles.xml", Strings($"<w:styles xmlns:w='{Space}'>", Numbered(0, 500_000, n => $"<w:style w:styleId='s{n}'><w:name w:val='n{n}'/></w:style>"), "</w:styles>")),
        ["a style sheet as long as is read"] = () => With(Good, "word/styles.xml", Strings($"<w:styles xmlns:w='{Space}'>", Numbered(0, 29_000, n => $"<w:style w:styleId='s{n}'><w:name w:val='n{n}'/></w:style>"), "</w:styles>")),
        ["relations without end"] = () => With(Good, "word/_rels/document.xml.rels", Strings("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>", Numbered(0, 600_000, n => $"<Relationship Id='r{n}' Type='x/styles' Target='styles.xml'/>"), "</Relationships>")),
        ["content types without end"] = () => With(Good, "[Content_Types].xml", Strings("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>", Numbered(0, 600_000, n => $"<Override PartName='/p{n}' ContentType='x'/>"), "</Types>")),
        ["a hundred thousand parts"] = () => ManyEntries(100_000),
        ["a hundred thousand parts under a lie"] = () => Lie(ManyEntries(100_000)),
        ["entries that overlap"] = () => Overlapping(),
        ["the largest form, every letter a run"] = Largest,
    };

    /// <summary>Sound forms and templates with much more in them than a form has.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> SwollenForms { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["lines without a fault"] = () => Swell(Good, Repeated("<w:p><w:pPr><w:pStyle w:val='HtBody'/></w:pPr><w:r><w:t>Một dòng chữ.</w:t></w:r></w:p>", 15_000)),
        ["lines full of faults"] = () => Swell(Good, Numbered(0, 14_000, n => $"<w:p><w:r><w:rPr><w:sz w:val='{20 + (n % 7)}'/></w:rPr><w:t>a</w:t></w:r></w:p>")),
        ["a line of runs full of faults"] = () => Swell(Good, Strings("<w:p>", Numbered(0, 23_000, n => $"<w:r><w:rPr><w:sz w:val='{n + 30}'/></w:rPr><w:t>a</w:t></w:r>"), "</w:p>").Select(Text)),
        ["nested lines"] = () => Swell(Good, [.. Repeated("<w:p>", 380), .. Repeated("<w:r><w:t>a</w:t></w:r>", 30_000), .. Repeated("</w:p>", 380)]),
        ["names of signers"] = () => Swell(Good, Repeated("<w:p><w:pPr><w:pStyle w:val='HtSignName'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>", 15_000)),
        ["empty lines"] = () => Swell(Good, Repeated("<w:p/>", 19_000)),
        ["sections"] = () => Swell(Good, Repeated("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", 19_000)),
        ["dates"] = () => With(Good, Docx.Document, Once(Bytes(Regex.Replace(Text(Docx.Parts(Good)[Docx.Document]), ">([^<]*)ngày ([0-9]+) tháng ([0-9]+) năm ([0-9]+)<", match => $">{string.Concat(Enumerable.Repeat(match.Groups[1].Value + $"ngày {int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)}/{match.Groups[3].Value}/{match.Groups[4].Value} ", 30_000))}<")))),
        ["styles stacked high"] = () => Styled(Good, Numbered(0, 25, n => $"<w:style w:type='paragraph' w:styleId='S{n}'><w:name w:val='s{n}'/><w:basedOn w:val='S{n + 1}'/><w:pPr>{string.Concat(Repeated("<w:ind w:left='1'/>", 2_000))}</w:pPr><w:rPr>{string.Concat(Repeated("<w:b/>", 2_000))}</w:rPr></w:style>"),
            Repeated("<w:p><w:pPr><w:pStyle w:val='S0'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", 15_000)),
        ["styles in a circle"] = () => Styled(Good, Numbered(0, 2_000, n => $"<w:style w:type='paragraph' w:styleId='S{n}'><w:name w:val='s{n}'/><w:basedOn w:val='S{(n + 1) % 2_000}'/><w:rPr><w:b/></w:rPr></w:style>"),
            Numbered(0, 15_000, n => $"<w:p><w:pPr><w:pStyle w:val='S{n % 2_000}'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>")),
        ["a table of a style with conditions"] = () => Styled(Good, [$"<w:style w:type='table' w:styleId='T'><w:name w:val='t'/>{string.Concat(Repeated("<w:tblStylePr w:type='band1Horz'><w:rPr><w:b/></w:rPr></w:tblStylePr>", 500))}</w:style>"],
            ["<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='04A0'/></w:tblPr>", .. Repeated("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>", 15_000), "</w:tbl>"]),
        ["a row of cells"] = () => With(GoodTable, Docx.Document, Once(Bytes(Text(Docx.Parts(GoodTable)[Docx.Document]).Replace("</w:tr></w:tbl>", $"</w:tr><w:tr>{string.Concat(Repeated("<w:tc><w:p/></w:tc>", 6_000))}</w:tr></w:tbl>", StringComparison.Ordinal)))),
        ["lists without end"] = () => With(Good, ("word/numbering.xml", Strings($"<w:numbering xmlns:w='{Space}'>", Numbered(0, 18_000, n => $"<w:abstractNum w:abstractNumId='{n}'/><w:num w:numId='{n}'><w:abstractNumId w:val='{n}'/></w:num>"), "</w:numbering>")),
            (Docx.Document, Swollen(Good, Numbered(0, 13_000, n => $"<w:p><w:pPr><w:numPr><w:numId w:val='{n}'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"))),
            ("word/_rels/document.xml.rels", Once(Bytes(Text(Docx.Parts(Good)["word/_rels/document.xml.rels"]).Replace("</Relationships>", "<Relationship Id='rN' Type='http://x/numbering' Target='numbering.xml'/></Relationships>", StringComparison.Ordinal))))),
        ["a template with a picture"] = () => With(Blank, "word/media/image1.png", Once(Noise((19 * 1024 * 1024) - 400_000))),
        ["a template with as much as is read"] = () => Swell(Blank, Repeated("<w:p><w:r><w:t>Một dòng chữ thêm vào mẫu.</w:t></w:r></w:p>", 9_000)),
        ["a template of table rows"] = () => Swell(Blank, ["<w:tbl>", .. Repeated("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>", 5_700), "</w:tbl>"]),
        ["a template of many controls"] = () => Swell(Blank, ["<w:tbl>", .. Repeated("<w:tr><w:tc><w:p/></w:tc></w:tr>", 7_000), "<w:tr><w:tc>", .. Numbered(0, 260, n => $"<w:sdt><w:sdtPr><w:tag w:val='own{n}'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"), "</w:tc></w:tr></w:tbl>"]),
        ["a template of nested controls"] = () => Swell(Blank, [.. Repeated("<w:sdt><w:sdtPr><w:tag w:val='fullName'/></w:sdtPr><w:sdtContent>", 180), "<w:p>", .. Repeated("<w:r><w:t>aaaa</w:t></w:r>", 30_000), "</w:p>", .. Repeated("</w:sdtContent></w:sdt>", 180)]),
        ["a template of many headers"] = () => With(Blank, [.. Enumerable.Range(20, 150).Select(n => ($"word/header{n}.xml", Strings($"<w:hdr xmlns:w='{Space}'>", Repeated("<w:p/>", 14_000), "</w:hdr>"))),
            ("word/_rels/document.xml.rels", Once(Bytes(Text(Docx.Parts(Blank)["word/_rels/document.xml.rels"]).Replace("</Relationships>", string.Concat(Numbered(20, 150, n => $"<Relationship Id='rH{n}' Type='http://x/header' Target='header{n}.xml'/>")) + "</Relationships>", StringComparison.Ordinal))))]),
        ["a template of many data parts"] = () => With(Blank, [.. Enumerable.Range(20, 80).SelectMany(n => new[] { ($"customXml/item{n}.xml", Once("<a/>"u8.ToArray())), ($"customXml/_rels/item{n}.xml.rels", Strings("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>", Numbered(0, 9_000, r => $"<Relationship Id='r{r}' Type='a' Target='t{r}.xml'/>"), "</Relationships>")) })]),
        ["a template of long comments"] = () => With(Blank, [.. new[] { "styles", "header1", "footer1" }.Select(name => ($"word/{name}.xml", (IEnumerable<byte[]>)[.. Once(Docx.Parts(Blank)[$"word/{name}.xml"]), .. Strings("<!--", Repeated("aaaaaaaaaa", 1_400_000), "-->")]))]),
    };

    private static byte[] Blank => TemplateAuthor.Build(FormCatalog.Find(FormCode.Parse("mau03"))!, LayoutProfiles.Find(LayoutProfiles.Official)!);

    public static int MostBytes => Limit;

    public static IEnumerable<string> Names => SwollenForms.Keys.Concat(All.Keys);

    public static byte[] Named(string name) => (SwollenForms.GetValueOrDefault(name) ?? All[name])();

    /// <summary>Two hundred rows of four columns with a thousand letters each, cut as badly as any program cuts.</summary>
    public static byte[] Largest()
    {
        var cell = string.Concat(Enumerable.Range(0, 1_000).Select(n => $"<w:r w:rsidR=\"00AA11BB\"><w:t xml:space=\"preserve\">{(n % 8 == 7 ? ' ' : 'ữ')}</w:t></w:r>"));
        return Rows(200, _ => cell);
    }

    private static byte[] Table(int rows) => Rows(rows, _ => "<w:r><w:t>x</w:t></w:r>");

    private static byte[] Rows(int rows, Func<int, string> runs)
    {
        string[] heads = ["TT", "Nội dung nhiệm vụ đột phá", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"];
        var head = string.Concat(heads.Select(text => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"));
        return With(GoodTable, Docx.Document, Strings($"<w:document xmlns:w='{Space}'><w:body><w:tbl><w:tr>{head}</w:tr>",
            Numbered(0, rows, row => $"<w:tr><w:tc><w:p/></w:tc>{string.Concat(Enumerable.Range(0, 4).Select(column => $"<w:tc><w:p>{runs(column)}</w:p></w:tc>"))}</w:tr>"), "</w:tbl></w:body></w:document>"));
    }

    private static byte[] Body(IEnumerable<byte[]> content) => With(Good, Docx.Document, Body(content, $"<w:document xmlns:w='{Space}'><w:body>"));

    private static IEnumerable<byte[]> Body(IEnumerable<byte[]> content, string start) => [Bytes(start), .. content, Bytes("</w:body></w:document>")];

    private static byte[] Body(IEnumerable<string> content) => With(Good, Docx.Document, Strings($"<w:document xmlns:w='{Space}'><w:body>", content, "</w:body></w:document>"));

    private static byte[] Swell(byte[] docx, IEnumerable<string> content) => With(docx, Docx.Document, Swollen(docx, content));

    // Before the last section.
    private static IEnumerable<byte[]> Swollen(byte[] docx, IEnumerable<string> content)
    {
        var text = Text(Docx.Parts(docx)[Docx.Document]);
        var end = text.LastIndexOf("<w:sectPr", StringComparison.Ordinal);
        return Strings(text[..end], content, text[end..]);
    }

    private static byte[] Styled(byte[] docx, IEnumerable<string> styles, IEnumerable<string> content) => With(docx,
        ("word/styles.xml", Strings(Text(Docx.Parts(docx)["word/styles.xml"]).Replace("</w:styles>", "", StringComparison.Ordinal), styles, "</w:styles>")), (Docx.Document, Swollen(docx, content)));

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    private static byte[] Part(string start, IEnumerable<string> content, string end) => With(Good, "customXml/item1.xml", Strings(start, content, end));

    private static byte[] Utf16()
    {
        var text = $"<w:document xmlns:w='{Space}'><w:body><w:p w:val='{new string('a', 12_000_000)}'/></w:body></w:document>";
        return With(Good, Docx.Document, Once([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
    }

    private static byte[] With(byte[] docx, string name, IEnumerable<byte[]> content) => With(docx, (name, content));

    private static byte[] With(byte[] docx, params (string Name, IEnumerable<byte[]> Content)[] added)
    {
        var names = added.Select(part => part.Name).ToHashSet();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Docx.Parts(docx).Where(part => !names.Contains(part.Key)).Select(part => (part.Key, Once(part.Value))).Concat(added))
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                foreach (var piece in content)
                {
                    stream.Write(piece);
                }
            }

            // The rest of what a file may have: a picture, as the reader has to hold the file itself too.
            var rest = Limit - (int)file.Position - 300_000;
            if (rest > 0)
            {
                using var picture = zip.CreateEntry("word/media/rest.bin", CompressionLevel.NoCompression).Open();
                picture.Write(Noise(rest));
            }
        }

        return file.Length <= Limit ? file.ToArray() : throw new AssertFailedException($"The file has {file.Length} bytes.");
    }

    private static IEnumerable<byte[]> Once(byte[] bytes) => [bytes];

    private static IEnumerable<byte[]> Zeros(int megabytes) => Enumerable.Repeat(new byte[1024 * 1024], megabytes);

    private static IEnumerable<string> Repeated(string text, int count)
    {
        var (block, many) = (string.Concat(Enumerable.Repeat(text, Math.Min(count, 1_000))), count / 1_000);
        return count < 1_000 ? [block] : [.. Enumerable.Repeat(block, many), string.Concat(Enumerable.Repeat(text, count % 1_000))];
    }

    private static IEnumerable<string> Numbered(int from, int count, Func<int, string> text) => Enumerable.Range(from, count).Select(text);

    private static IEnumerable<string> Strings(IEnumerable<string> first, IEnumerable<string> second) => first.Concat(second);

    private static IEnumerable<byte[]> Strings(string start, IEnumerable<string> content, string end) => content.Prepend(start).Append(end).Select(Bytes);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Noise(int length)
    {
        var (bytes, state) = (new byte[length], 88172645463325252UL);
        for (var i = 0; i < length; i++)
        {
            state ^= unchecked(state << 13);
            state ^= state >> 7;
            state ^= unchecked(state << 17);
            bytes[i] = (byte)(state & 0xFF);
        }

        return bytes;
    }

    private static byte[] Nested(byte[] inner) => Docx.Pack([KeyValuePair.Create("a.zip", inner), KeyValuePair.Create("b.zip", inner)]);

    private static byte[] Stored()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Docx.Parts(Good))
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(content);
            }

            using var noise = zip.CreateEntry("word/media/x.bin", CompressionLevel.NoCompression).Open();
            noise.Write(Noise(Limit - 300_000));
        }

        return file.ToArray();
    }

    private static byte[] ManyEntries(int count) => Docx.Pack([.. Docx.Parts(Good), .. Enumerable.Range(0, count).Select(n => KeyValuePair.Create(n.ToString(CultureInfo.InvariantCulture), Array.Empty<byte>()))]);

    // The end record says five.
    private static byte[] Lie(byte[] zip)
    {
        (zip[^14], zip[^13], zip[^12], zip[^11]) = (5, 0, 5, 0);
        return zip;
    }

    // Every entry of the directory points to the same bytes.
    private static byte[] Overlapping()
    {
        var zip = With(Good, [.. Enumerable.Range(0, 150).Select(n => ($"word/media/{n:000}.bin", n == 0 ? Zeros(60) : Once([1])))]);
        var (directory, place, first) = (BitConverter.ToInt32(zip, zip.Length - 6), BitConverter.ToInt32(zip, zip.Length - 6), (Offset: 0, Packed: 0));
        for (; place < zip.Length - 22; place += 46 + BitConverter.ToUInt16(zip, place + 28) + BitConverter.ToUInt16(zip, place + 30) + BitConverter.ToUInt16(zip, place + 32))
        {
            var name = Encoding.ASCII.GetString(zip, place + 46, BitConverter.ToUInt16(zip, place + 28));
            if (name == "word/media/000.bin")
            {
                first = (BitConverter.ToInt32(zip, place + 42), BitConverter.ToInt32(zip, place + 20));
            }
            else if (name.StartsWith("word/media/", StringComparison.Ordinal))
            {
                BitConverter.TryWriteBytes(zip.AsSpan(place + 42), first.Offset);
                BitConverter.TryWriteBytes(zip.AsSpan(place + 20), first.Packed);
                BitConverter.TryWriteBytes(zip.AsSpan(place + 24), 60 * 1024 * 1024);
            }
        }

        return directory > 0 ? zip : throw new AssertFailedException("No directory.");
    }
}
