using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.Templates;

public sealed partial class TableEditTests
{
    [TestMethod]
    public void A_column_people_added_moves_no_value_and_is_told()
    {
        var document = Edited(body =>
        {
            Table(body).Element(W + "tblGrid")!.Elements().ElementAt(1).AddAfterSelf(new XElement(W + "gridCol", new XAttribute(W + "w", 900)));
            foreach (var row in Table(body).Descendants(W + "tr").SkipLast(1).ToList())
            {
                row.Elements(W + "tc").ElementAt(1).AddAfterSelf(Cell(row.Descendants(W + "tblHeader").Any() ? "Kinh phí" : "2 tỷ"));
            }
        });

        AssertRows(Before.Values.RowsOf(Rows), document);
        Assert.AreEqual("a b c d", Ids(document));
        Assert.AreEqual(5, document.Findings.Count(finding => finding.Rule == "D08"), string.Join('\n', document.Findings.Select(finding => finding.Message)));
    }

    [TestMethod]
    public void Columns_that_changed_places_keep_their_values()
    {
        var document = Edited(body =>
        {
            foreach (var row in Table(body).Descendants(W + "tr").SkipLast(1).ToList())
            {
                var last = row.Elements(W + "tc").Last();
                last.Remove();
                row.Elements(W + "tc").First().AddAfterSelf(last);
            }
        });

        AssertRows(Before.Values.RowsOf(Rows), document);
    }

    [TestMethod]
    public void A_head_in_other_words_is_told_and_keeps_its_column()
    {
        var document = Edited(body => Table(body).Descendants(W + "t").First(text => text.Value == "Đơn vị chủ trì").Value = "Chủ trì");

        AssertRows(Before.Values.RowsOf(Rows), document);
        CollectionAssert.AreEqual(new[] { "D02 " }, Told(document));
    }

    [TestMethod]
    public void What_people_see_in_a_column_counts_and_not_the_tag_of_a_pasted_control()
    {
        var document = Edited(body =>
        {
            Unwrap(Items(body)[0]);
            var cells = Table(body).Descendants(W + "tr").ElementAt(1).Elements(W + "tc").ToList();
            cells[2].ReplaceNodes(new XElement(Docx.Control(Items(body)[1], "coordinatingUnits")));
        });

        Assert.AreEqual(Before.Values.RowsOf(Rows)[1]["coordinatingUnits"], Row(document, 0)["leadUnit"]);
    }

    [TestMethod]
    public void Without_heads_the_tags_of_the_controls_tell_the_columns()
    {
        var document = Edited(body => Table(body).Elements(W + "tr").First().Remove());

        AssertRows(Before.Values.RowsOf(Rows), document);
        CollectionAssert.AreEqual(Enumerable.Repeat("D02 ", 5).ToList(), Told(document));
    }

    [TestMethod]
    public void Without_heads_and_controls_the_order_of_the_columns_tells()
    {
        var document = Edited(body =>
        {
            Table(body).Elements(W + "tr").First().Remove();
            Unwrap(body);
        });

        AssertRows(Before.Values.RowsOf(Rows), document);
    }

    [TestMethod]
    public void A_cell_merged_over_rows_says_the_same_for_each()
    {
        var document = Edited(body =>
        {
            var cells = Items(body).Take(3).Select(item => item.Descendants(W + "tc").ElementAt(2)).ToList();
            Merge(cells[0], "restart");
            Merge(cells[1], null);
            Merge(cells[2], "continue");
            cells.Skip(1).SelectMany(cell => cell.Descendants(W + "r")).Remove();
        });

        Assert.AreEqual("UBND xã|UBND xã|UBND xã|Văn phòng Đảng ủy", string.Join('|', document.Values.RowsOf(Rows).Select(row => row["leadUnit"])));
        Assert.AreEqual("a b c d", Ids(document));
    }

    [TestMethod]
    public void A_cell_merged_over_columns_belongs_to_the_first_and_moves_no_other()
    {
        var document = Edited(body =>
        {
            var cells = Items(body)[1].Descendants(W + "tc").ToList();
            cells[2].Element(W + "tcPr")!.Add(new XElement(W + "gridSpan", new XAttribute(W + "val", 2)));
            cells[3].Remove();
        });

        var before = Before.Values.RowsOf(Rows)[1];
        Assert.AreEqual((before["taskContent"], before["leadUnit"], "", before["timeframe"]), Cells(Row(document, 1)));
    }

    [TestMethod]
    public void A_row_whose_lines_were_dragged_a_little_reads_the_same() => ReadsTheSame(body =>
    {
        var grid = Table(body).Element(W + "tblGrid")!;
        grid.Elements().ElementAt(1).ReplaceWith(new XElement(W + "gridCol", new XAttribute(W + "w", 3300)), new XElement(W + "gridCol", new XAttribute(W + "w", 215)));
        foreach (var row in Table(body).Descendants(W + "tr").SkipLast(1).ToList())
        {
            var dragged = row == Items(body)[2].Descendants(W + "tr").Single();
            row.Descendants(W + "tc").ElementAt(dragged ? 2 : 1).Element(W + "tcPr")!.Add(new XElement(W + "gridSpan", new XAttribute(W + "val", 2)));
        }
    });

    [TestMethod]
    public void A_table_split_in_two_is_read_as_one()
    {
        var document = Edited(body =>
        {
            var table = Table(body);
            Unwrap(body);
            var rows = table.Elements(W + "tr").Skip(3).ToList();
            rows.ForEach(row => row.Remove());
            table.AddAfterSelf(new XElement(W + "p"), new XElement(W + "tbl", table.Element(W + "tblPr"), table.Element(W + "tblGrid"), rows));
        });

        AssertRows(Before.Values.RowsOf(Rows), document);
        Assert.AreEqual(Before.Values["signerName"], document.Values["signerName"]);
    }

    [TestMethod]
    public void Heads_pasted_a_second_time_are_no_row()
    {
        var document = Edited(body => Items(body)[1].AddAfterSelf(new XElement(Table(body).Elements(W + "tr").First())));

        AssertRows(Before.Values.RowsOf(Rows), document);
    }

    [TestMethod]
    public void A_table_inside_a_cell_is_text_of_that_cell()
    {
        var document = Edited(body => Docx.Control(Items(body)[0], "taskContent").AddAfterSelf(
            new XElement(W + "tbl", PlainRow("Đợt 1", "30 hộ"), PlainRow("Đợt 2", "32 hộ")), new XElement(W + "p")));

        Assert.EndsWith("62 hộ kinh doanh.\nĐợt 1\n30 hộ\nĐợt 2\n32 hộ", Row(document, 0)["taskContent"]);
        Assert.HasCount(4, document.Values.RowsOf(Rows));
    }

    [TestMethod]
    public void A_row_of_people_own_words_is_told_when_no_column_takes_it()
    {
        var document = Edited(body => Items(body)[0].Descendants(W + "tc").First().Element(W + "p")!.Add(Docx.Run("làm trước")));

        AssertRows(Before.Values.RowsOf(Rows), document);
        CollectionAssert.AreEqual(new[] { "D08 " }, Told(document));
    }

    private static void Merge(XElement cell, string? kind) =>
        cell.Element(W + "tcPr")!.Add(new XElement(W + "vMerge", kind is null ? null : new XAttribute(W + "val", kind)));
}
