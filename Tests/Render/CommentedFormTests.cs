using System.Xml.Linq;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates;
using HocTap.Office.Tests.Unit.Templates.Edits.Combined;

namespace HocTap.Office.Tests.Render;

/// <summary>Comments that LibreOffice saved: of no form a value changes, and nothing is told.</summary>
/// <remarks>They are put in before: an office without a screen lacks the windows to write them in.</remarks>
[TestClass]
public sealed class CommentedFormTests
{
    private static readonly Lazy<ConvertedForms> Saved = new(() => new ConvertedForms(PaperBase.All.Select(from => (FileName(from.Name), Commented(from).ToBytes()))));

    public static IEnumerable<object[]> Names => PaperBase.All.Select(from => new object[] { from.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Comments_saved_by_LibreOffice_change_nothing(string name)
    {
        RenderTools.Need("soffice");
        var (paper, docx) = (Commented(PaperBase.Named(name)), Saved.Value.Of(FileName(name)));

        Assert.IsTrue(Docx.Parts(docx).ContainsKey("word/comments.xml"));
        Assert.AreEqual("", string.Join('\n', PaperOracle.Faults(paper, FormReader.Read(new MemoryStream(docx)))));
    }

    [ClassCleanup]
    public static void Clear()
    {
        if (Saved.IsValueCreated)
        {
            Saved.Value.Dispose();
        }
    }

    // To all words outside of controls: of those inside that a comment is about, LibreOffice throws some away as it opens them.
    private static Paper Commented(PaperBase from)
    {
        var (paper, number) = (new Paper(from, seed: 0), 0);
        foreach (var run in paper.AllRuns().Where(run => !run.Ancestors(Docx.W + "sdt").Any()))
        {
            var id = new XAttribute(Docx.W + "id", ++number);
            run.AddBeforeSelf(new XElement(Docx.W + "commentRangeStart", id));
            run.AddAfterSelf(new XElement(Docx.W + "commentRangeEnd", id), new XElement(Docx.W + "r", new XElement(Docx.W + "commentReference", id)));
        }

        var comments = string.Concat(Enumerable.Range(1, number).Select(id => $"<w:comment w:id='{id}' w:author='A' w:date='2024-03-01T00:00:00Z'><w:p><w:r><w:t>Đề nghị ghi rõ.</w:t></w:r></w:p></w:comment>"));
        paper.Put("word/comments.xml", $"<w:comments xmlns:w='{Docx.W}'>{comments}</w:comments>");
        paper.Relate("rIdComments", "comments", "comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
        return paper;
    }

    private static string FileName(string name) => name.Replace(' ', '-');
}
