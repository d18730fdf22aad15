using System.Xml.Linq;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Tests.Unit.Templates.Edits;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>What LibreOffice makes of a control in which changes were tracked: markup that no parser takes, and the words of the whole in every piece.</summary>
[TestClass]
public sealed class TornControlTests
{
    private const string Value = "Đảng viên";

    [TestMethod]
    public void A_tracked_insertion_in_a_control_is_read_and_told() => Torn(Left(""), Added(", chi ủy viên"), Left(""))
        .ExpectValue("partyPosition", "Đảng viên, chi ủy viên").ExpectOtherValues("partyPosition").ExpectRows(2).ExpectOnly("D01", "D10");

    [TestMethod]
    public void Words_deleted_and_added_amid_others_are_read_without_the_deleted() => Torn(Left(""), Gone("Đảng"), Added("Đoàn"), Left(" viên"))
        .ExpectValue("partyPosition", "Đoàn viên").ExpectOnly("D01", "D10");

    [TestMethod]
    public void A_control_emptied_with_changes_tracked_is_empty() => Torn(Gone(Value)).ExpectEmptied("partyPosition", "D01", "D10");

    [TestMethod]
    public void Bytes_kept_of_it_are_sound()
    {
        var kept = PackageSanitizer.ForUpload(Torn(Left(""), Added(" A"), Left("")).Docx);

        Assert.IsTrue(Docx.Body(kept).Descendants(Docx.W + "ins").Any());
        Assert.AreEqual("Đảng viên A", Templates.Reading.Of(kept).Values["partyPosition"]);
    }

    [TestMethod]
    [DataRow("<w:r><w:t>Đảng viên, chi ủy viên</w:t></w:r>", "<w:r><w:t>chi ủy viên và hơn thế</w:t></w:r>", DisplayName = "pieces that do not add up")]
    [DataRow("<w:r><w:t>Đảng viên</w:t></w:r>", "<w:r><w:drawing/><w:t>Đảng viên</w:t></w:r>", DisplayName = "a picture among the words")]
    public void What_cannot_be_told_apart_stays_broken(string first, string second) =>
        ExpectBroken(Replaced($"{Control(first)}<w:ins w:id=\"91\"><w:sdt>{Look}<w:sdtContent></w:ins><w:ins w:id=\"92\">{second}</w:ins></w:sdtContent></w:sdt>"));

    [TestMethod]
    [DataRow("<w:ins w:id=\"91\"><w:r></w:ins></w:r>", DisplayName = "an insertion that ends in a run")]
    [DataRow("<w:hyperlink><w:sdt><w:sdtContent></w:hyperlink></w:sdtContent></w:sdt>", DisplayName = "another element that ends in a control")]
    [DataRow("<w:ins w:id=\"91\"><w:sdt><w:sdtContent></w:ins></w:ins></w:sdtContent></w:sdt>", DisplayName = "an end too many")]
    [DataRow("<w:ins w:id=\"91\"><w:sdt><w:sdtContent></w:ins></w:sdtContent>", DisplayName = "a control without an end")]
    [DataRow("<w:ins w:id=\"91\"><w:sdt><w:sdtContent></w:ins><w:r", DisplayName = "a tag without an end")]
    public void Markup_broken_in_any_other_way_stays_broken(string markup) => ExpectBroken(Replaced(markup));

    [TestMethod]
    public void Words_written_twice_at_a_comment_are_one_value() => PlanDocument.Filled().As(Replaced(Control(Words(Value)) + Control(Words(Value))))
        .ExpectAllValues().ExpectOnly();

    [TestMethod]
    public void Two_controls_that_do_not_repeat_each_other_both_count() => PlanDocument.Filled().As(Replaced(Control(Words(Value)) + Control(Words(" trẻ"))))
        .ExpectValue("partyPosition", "Đảng viên trẻ").ExpectOtherValues("partyPosition");

    private static string Look => "<w:sdtPr><w:id w:val=\"7\"/><w:alias w:val=\"Chức vụ Đảng\"/><w:text/></w:sdtPr>";

    private static Piece Left(string words) => new("", words);

    private static Piece Added(string words) => new("ins", words);

    private static Piece Gone(string words) => new("del", words);

    private static string Words(string words) => $"<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>";

    private static string Control(string content) => $"<w:sdt>{Look}<w:sdtContent>{content}</w:sdtContent></w:sdt>";

    // The first piece carries the whole alone, each further one its own words and the whole.
    private static PlanDocument Torn(params Piece[] pieces)
    {
        var whole = pieces.Any(piece => piece.Change.Length == 0) ? (pieces.Any(piece => piece.Change == "del") ? "ĐảngĐoàn viên" : Value + string.Concat(pieces.Skip(1).Select(piece => piece.Words))) : "";
        return PlanDocument.Filled().As(Replaced(string.Concat(pieces.Select(piece => piece.Written(whole)))));
    }

    private static byte[] Replaced(string markup)
    {
        var docx = Docx.Edit(PlanDocument.Filled().Docx, body => Docx.Control(body, "partyPosition").ReplaceWith(new XElement("hole")));
        return Docx.Replace(docx, Docx.Document, "<hole />", markup);
    }

    private static void ExpectBroken(byte[] docx) =>
        Assert.AreEqual(RefusalKind.Broken, ((ReadResult.Refused)FormReader.Read(new MemoryStream(docx))).Kind); // a readable one fails the test

    private sealed record Piece(string Change, string Words)
    {
        public string Written(string whole) => Change.Length == 0
            ? Control(Run(Words) + Run(whole))
            : $"<w:{Change} w:id=\"91\"><w:sdt>{Look}<w:sdtContent></w:{Change}><w:{Change} w:id=\"92\">{Run(Words)}{Run(whole)}</w:{Change}></w:sdtContent></w:sdt>";

        private string Run(string words) => words.Length == 0 ? "" : Change == "del" ? $"<w:r><w:delText xml:space=\"preserve\">{words}</w:delText></w:r>" : TornControlTests.Words(words);
    }
}
