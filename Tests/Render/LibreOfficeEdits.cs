using System.Security;

namespace HocTap.Office.Tests.Render;

/// <summary>Plays all stories in one run of LibreOffice: starting it is what costs.</summary>
internal sealed class LibreOfficeEdits : IDisposable
{
    private const string Library = """
        Function Opened(url)
          Dim a(0) As New com.sun.star.beans.PropertyValue
          a(0).Name = "Hidden" : a(0).Value = True
          Opened = StarDesktop.loadComponentFromURL(url, "_blank", 0, a())
        End Function
        Sub Saved(d, url)
          Dim a(0) As New com.sun.star.beans.PropertyValue
          a(0).Name = "FilterName" : a(0).Value = "MS Word 2007 XML"
          d.storeToURL(url, a())
          d.close(True)
        End Sub
        Function Found(d, words)
          s = d.createSearchDescriptor() : s.SearchString = words : s.SearchCaseSensitive = True
          Found = d.findFirst(s)
        End Function
        Sub TypeBehind(d, words, typed)
          f = Found(d, words)
          c = f.Text.createTextCursorByRange(f.End)
          f.Text.insertString(c, typed, False)
        End Sub
        Sub EnterAfter(d, words, typed)
          f = Found(d, words)
          c = f.Text.createTextCursorByRange(f.End)
          c.gotoEndOfParagraph(False)
          f.Text.insertControlCharacter(c, 0, False)
          f.Text.insertString(c, typed, False)
        End Sub
        Sub Exchange(d, words, other)
          r = d.createReplaceDescriptor() : r.SearchString = words : r.ReplaceString = other : r.SearchCaseSensitive = True
          d.replaceAll(r)
        End Sub
        Sub RemoveParagraph(d, words)
          f = Found(d, words)
          c = f.Text.createTextCursorByRange(f.Start)
          c.gotoStartOfParagraph(False)
          c.gotoEndOfParagraph(True)
          c.goRight(1, True)
          c.String = ""
        End Sub
        Sub AddFrame(d, words, inside)
          f = Found(d, words)
          box = d.createInstance("com.sun.star.text.TextFrame")
          box.Width = 4000 : box.Height = 1500
          f.Text.insertTextContent(f.End, box, False)
          box.Text.String = inside
        End Sub
        Sub AddRow(d, words, cells, below)
          f = Found(d, words)
          t = f.TextTable
          t.Rows.insertByIndex(CInt(below), 1)
          parts = Split(cells, "|")
          For i = 0 To UBound(parts)
            t.getCellByPosition(i, CInt(below)).String = parts(i)
          Next
        End Sub
        Sub CopyRow(d, words, number, columns)
          f = Found(d, words)
          t = f.TextTable
          n = CInt(number)
          t.Rows.insertByIndex(n + 1, 1)
          For i = 0 To CInt(columns) - 1
            t.getCellByPosition(i, n + 1).String = t.getCellByPosition(i, n).String
          Next
        End Sub
        Sub DeleteRow(d, words, number)
          f = Found(d, words)
          f.TextTable.Rows.removeByIndex(CInt(number), 1)
        End Sub
        Sub Track(d)
          d.RecordChanges = True
        End Sub
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("hoctap-edits-").FullName;

    /// <remarks>A step that fails ends its story, whose file then is missing; nobody would answer a question.</remarks>
    public LibreOfficeEdits(IEnumerable<OfficeStory> stories)
    {
        var played = stories.ToList();
        foreach (var story in played)
        {
            File.WriteAllBytes(PathOf($"{story.Name}.docx"), story.Docx);
        }

        // The first start of a new profile puts the program's own empty library into it.
        RenderTools.Run("soffice", ["--headless", "--terminate_after_init", Profile]);
        WriteModule(string.Join('\n', [Library, .. played.Select(Procedure), "Sub Main", "  On Error Resume Next", .. played.Select((_, number) => $"  Story{number}"), "  StarDesktop.terminate", "End Sub"]));
        RenderTools.Run("soffice", ["--headless", "--norestore", Profile, "macro:///Standard.Stories.Main"]);
    }

    public byte[] Saved(string story) => File.ReadAllBytes(PathOf($"{story}.saved.docx"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Procedure(OfficeStory story, int number) => $"""
        Sub Story{number}
          d = Opened("{UrlOf($"{story.Name}.docx")}")
        {story.Steps}  Saved d, "{UrlOf($"{story.Name}.saved.docx")}"
        End Sub
        """;

    private string Profile => $"-env:UserInstallation=file://{folder}/profile";

    private string PathOf(string file) => Path.Combine(folder, file.Replace(' ', '-'));

    private string UrlOf(string file) => new Uri(PathOf(file)).AbsoluteUri;

    private void WriteModule(string code)
    {
        const string Type = "<!DOCTYPE {0} PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"{1}.dtd\">";
        var library = Directory.CreateDirectory(Path.Combine(folder, "profile", "user", "basic", "Standard")).FullName;
        File.WriteAllText(Path.Combine(library, "script.xlb"), $"""
            <?xml version="1.0" encoding="UTF-8"?>
            {string.Format(null, Type, "library:library", "library")}
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Stories"/></library:library>
            """);
        File.WriteAllText(Path.Combine(library, "Stories.xba"), $"""
            <?xml version="1.0" encoding="UTF-8"?>
            {string.Format(null, Type, "script:module", "module")}
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Stories" script:language="StarBasic">{SecurityElement.Escape(code)}</script:module>
            """);
    }
}
