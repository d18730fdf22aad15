using DocumentFormat.OpenXml.Spreadsheet;

namespace HocTap.Office.GraphService.Workbooks;

/// <summary>The looks of cells: the places of the formats below in the stylesheet.</summary>
internal enum CellStyle
{
    /// <summary>Text, wrapped at the top.</summary>
    Text,

    /// <summary>The head row: bold on grey.</summary>
    Head,

    /// <summary>Text that must stay text when it is edited.</summary>
    QuotedText,

    /// <summary>A number with groups of thousands.</summary>
    Number,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day and time.</summary>
    Moment,
}

/// <summary>The stylesheet of every workbook.</summary>
internal static class SheetStyles
{
    private const uint FirstOwnFormat = 164;

    /// <summary>Builds it; its cell formats follow the order of <see cref="CellStyle"/>.</summary>
    public static Stylesheet Build() => new(
        new NumberingFormats(Format(0, "dd/mm/yyyy"), Format(1, "dd/mm/yyyy hh:mm")) { Count = 2 },
        new Fonts(Face(bold: false), Face(bold: true)) { Count = 2 },
        new Fills(Fill(PatternValues.None, null), Fill(PatternValues.Gray125, null), Fill(PatternValues.Solid, "FFE7EEF7")) { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(Enum.GetValues<CellStyle>().Select(Look)) { Count = (uint)Enum.GetValues<CellStyle>().Length });

    // 3 is Excel's own «#,##0», 9 its «0%».
    private static CellFormat Look(CellStyle style) => style switch
    {
        CellStyle.Text => Look(0, wrap: true),
        CellStyle.Head => new CellFormat(Top(wrap: true)) { FontId = 1, FillId = 2, BorderId = 0, NumberFormatId = 0, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
        CellStyle.QuotedText => Quoted(),
        CellStyle.Number => Look(3, wrap: false),
        CellStyle.Percent => Look(9, wrap: false),
        CellStyle.Day => Look(FirstOwnFormat, wrap: false),
        CellStyle.Moment => Look(FirstOwnFormat + 1, wrap: false),
    };

    private static CellFormat Look(uint number, bool wrap) =>
        new(Top(wrap)) { NumberFormatId = number, FontId = 0, FillId = 0, BorderId = 0, ApplyNumberFormat = true, ApplyAlignment = true };

    private static CellFormat Quoted()
    {
        var look = Look(0, wrap: true);
        look.QuotePrefix = true;
        return look;
    }

    private static Alignment Top(bool wrap) => new() { Vertical = VerticalAlignmentValues.Top, WrapText = wrap };

    private static NumberingFormat Format(uint place, string code) => new() { NumberFormatId = FirstOwnFormat + place, FormatCode = code };

    private static Font Face(bool bold)
    {
        var font = new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        if (bold)
        {
            font.PrependChild(new Bold());
        }

        return font;
    }

    private static Fill Fill(PatternValues pattern, string? color) =>
        new(color is null ? new PatternFill { PatternType = pattern } : new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = pattern });
}
