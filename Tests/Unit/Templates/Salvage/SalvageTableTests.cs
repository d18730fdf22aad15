using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.Tests.Unit.Templates.Salvage;

/// <summary>Tables as clerks change them: each cell in its column, or a doubt that is said.</summary>
[TestClass]
public sealed class SalvageTableTests
{
    private const string Rows = "breakthroughTasks";
    private static readonly string[] Heads = ["TT", "Nội dung nhiệm vụ đột phá", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"];

    [TestMethod]
    public void A_column_for_who_advises_goes_into_the_field_that_no_form_prints()
    {
        var form = Read([["STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị tham mưu", "Đơn vị phối hợp", "Thời gian", "Ghi chú"], ["1", "Việc A", "UBND phường", "Tư pháp", "Công an", "Quý II", "Làm điểm"]]);

        Expect(form, 0, "Việc A", "UBND phường", "Công an", "Quý II");
        Assert.AreEqual("Tư pháp", form.Values.RowsOf(Rows)[0]["advisingUnits"]);
        Assert.AreEqual("Làm điểm", string.Join('|', form.Leftovers.Select(left => left.Text)));
    }

    [TestMethod]
    public void A_cell_merged_over_two_rows_says_the_same_for_both_and_is_not_quite_sure()
    {
        var form = SalvageOracle.Read(Title().Cells(
        [
            Heads.Select(text => new TypedCellText(text)),
            [new("1"), new("Việc A"), new("UBND phường", Merge: "restart"), new("Công an"), new("Quý I")],
            [new("2"), new("Việc B"), new("", Merge: "continue"), new("Không"), new("Quý II")],
        ]).ToBytes());

        Expect(form, 1, "Việc B", "UBND phường", "Không", "Quý II");
        Assert.AreEqual(ConfidenceLevel.Medium, form.Confidence[$"{Rows}[1].leadUnit"].Level);
        Assert.AreEqual(ConfidenceLevel.High, form.Confidence[$"{Rows}[1].taskContent"].Level);
    }

    [TestMethod]
    public void A_cell_over_two_columns_is_doubtful()
    {
        var form = SalvageOracle.Read(Title().Cells([Heads.Select(text => new TypedCellText(text)), [new("1"), new("Việc A"), new("UBND phường, Công an", Span: 2), new("Quý I")]]).ToBytes());

        Assert.AreEqual("Quý I", form.Values.RowsOf(Rows)[0]["timeframe"]);
        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence[$"{Rows}[0].leadUnit"].Level);
        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence[$"{Rows}[0].coordinatingUnits"].Level);
    }

    [TestMethod]
    public void One_column_for_two_of_the_forms_is_left_over_and_not_guessed()
    {
        var form = Read([["TT", "Nội dung nhiệm vụ đột phá", "Đơn vị chủ trì, phối hợp", "Thời gian thực hiện"], ["1", "Việc A", "UBND; Công an", "Quý I"]]);

        Assert.AreEqual("Việc A", form.Values.RowsOf(Rows)[0]["taskContent"]);
        Assert.AreEqual(ConfidenceLevel.Missing, form.Confidence[$"{Rows}[0].leadUnit"].Level);
        Assert.Contains(left => left.Text == "UBND; Công an", form.Leftovers);
    }

    [TestMethod]
    public void Heads_in_two_rows_are_put_together()
    {
        var form = SalvageOracle.Read(Title().Cells(
        [
            [new("TT", Merge: "restart"), new("Nội dung nhiệm vụ đột phá", Merge: "restart"), new("Đơn vị thực hiện", Span: 2), new("Thời gian thực hiện", Merge: "restart")],
            [new("", Merge: "continue"), new("", Merge: "continue"), new("Chủ trì"), new("Phối hợp"), new("", Merge: "continue")],
            [new("1"), new("Việc A"), new("UBND phường"), new("Công an"), new("Quý I")],
        ]).ToBytes());

        Expect(form, 0, "Việc A", "UBND phường", "Công an", "Quý I");
    }

    [TestMethod]
    public void A_heading_across_the_table_is_no_row()
    {
        var form = SalvageOracle.Read(Title().Cells([Heads.Select(text => new TypedCellText(text)), [new("I. LĨNH VỰC KINH TẾ", Span: 5)], [new("1"), new("Việc A"), new("UBND"), new("Không"), new("Quý I")]]).ToBytes());

        Assert.HasCount(1, form.Values.RowsOf(Rows));
        Assert.Contains(left => left.Text == "I. LĨNH VỰC KINH TẾ", form.Leftovers);
    }

    [TestMethod]
    public void A_table_that_goes_on_in_a_second_one_is_one()
    {
        var form = SalvageOracle.Read(Title().Table([Heads, ["1", "Việc A", "UBND", "Không", "Quý I"]]).Line("").Table([Heads, ["2", "Việc B", "Đảng ủy", "Không", "Quý II"]]).ToBytes());

        Expect(form, 1, "Việc B", "Đảng ủy", "Không", "Quý II");
    }

    [TestMethod]
    public void A_row_without_number_below_numbered_ones_may_go_on_and_says_so()
    {
        var form = Read([Heads, ["1", "Việc A phần đầu", "UBND", "Không", "Quý I"], ["", "phần sau", "", "", ""]]);

        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence[$"{Rows}[1].taskContent"].Level);
    }

    [TestMethod]
    public void Heads_that_nobody_knows_keep_their_place_doubtfully()
    {
        var form = Read([["TT", "Nội dung nhiệm vụ đột phá", "Ai làm chính", "Ai làm cùng", "Thời gian thực hiện"], ["1", "Việc A", "UBND", "Công an", "Quý I"]]);

        Expect(form, 0, "Việc A", "UBND", "Công an", "Quý I");
        Assert.AreEqual(ConfidenceLevel.Low, form.Confidence[$"{Rows}[0].leadUnit"].Level);
    }

    [TestMethod]
    public void A_head_with_a_slip_is_still_the_head()
    {
        var form = Read([["TT", "Nội dung nhiệm vụ độtphá", "Đơn vị chủ chì", "Đơn vị phối hơp", "Thời gian thưc hiện"], ["1", "Việc A", "UBND", "Công an", "Quý I"]]);

        Expect(form, 0, "Việc A", "UBND", "Công an", "Quý I");
    }

    private static TypedDocument Title() => new TypedDocument().Lines("BIỂU ĐĂNG KÝ NỘI DUNG HỌC TẬP, LÀM THEO TƯ TƯỞNG,", "ĐẠO ĐỨC, PHONG CÁCH HỒ CHÍ MINH", "NĂM 2024");

    private static SalvagedForm Read(IEnumerable<IReadOnlyList<string>> rows) => SalvageOracle.Read(Title().Table(rows).ToBytes());

    private static void Expect(SalvagedForm form, int row, params string[] cells) =>
        CollectionAssert.AreEqual(cells, ((string[])["taskContent", "leadUnit", "coordinatingUnits", "timeframe"]).Select(tag => form.Values.RowsOf(Rows)[row][tag]).ToArray());
}
