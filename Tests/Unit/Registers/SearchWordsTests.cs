using System.Text;
using HocTap.Office.GraphService.Registers;

namespace HocTap.Office.Tests.Unit.Registers;

[TestClass]
public sealed class SearchWordsTests
{
    [TestMethod]
    [DataRow("đường", "Sửa đường Bờ Đông", MatchRank.ExactWords, DisplayName = "đúng từ")]
    [DataRow("đường bờ", "Bờ sông, đường làng", MatchRank.ExactWords, DisplayName = "nhiều từ, thứ tự nào cũng được")]
    [DataRow("hoà", "Hội đồng hòa giải", MatchRank.ExactWords, DisplayName = "hoà là hòa")]
    [DataRow("thuỷ", "Phạm Văn Thủy", MatchRank.ExactWords, DisplayName = "thuỷ là thủy")]
    [DataRow("đườ", "Sửa đường Bờ Đông", MatchRank.ExactParts, DisplayName = "đang gõ dở")]
    [DataRow("duong", "Sửa đường Bờ Đông", MatchRank.FoldedWords, DisplayName = "không dấu")]
    [DataRow("dương", "Sửa đường Bờ Đông", MatchRank.FoldedWords, DisplayName = "dương không là đường")]
    [DataRow("hoa", "Hội đồng hòa giải", MatchRank.FoldedWords, DisplayName = "hoa không là hòa")]
    [DataRow("uong", "Sửa đường Bờ Đông", MatchRank.FoldedParts, DisplayName = "một phần, không dấu")]
    [DataRow("đường dong", "Sửa đường Bờ Đông", MatchRank.FoldedWords, DisplayName = "từ khớp kém nhất quyết định")]
    [DataRow("14-kl/tw", "Kết luận 14-KL/TW", MatchRank.ExactWords, DisplayName = "số hiệu văn bản")]
    [DataRow("", "gì cũng được", MatchRank.ExactWords, DisplayName = "không tìm gì")]
    public void A_text_answers_as_well_as_its_worst_word(string query, string text, object rank) =>
        Assert.AreEqual((MatchRank)rank, SearchWords.Of(query).RankIn(text));

    [TestMethod]
    public void Every_word_must_be_there() => Assert.IsNull(SearchWords.Of("đường sắt").RankIn("Sửa đường Bờ Đông"));

    [TestMethod]
    public void Composed_and_decomposed_spellings_are_one() =>
        Assert.AreEqual(MatchRank.ExactWords, SearchWords.Of("đường Hoà".Normalize(NormalizationForm.FormD)).RankIn("ĐƯỜNG HÒA"));
}
