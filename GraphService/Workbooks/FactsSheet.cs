namespace HocTap.Office.GraphService.Workbooks;

/// <summary>The last sheet of every workbook, «Thông tin»: what was asked, when and by whom, so that a file passed on says what it holds.</summary>
internal static class FactsSheet
{
    /// <summary>The sheet of these facts; those without a value are left out.</summary>
    public static WorkbookSheet Of(IEnumerable<(string Name, Cell Value)> facts) => new(
        "Thông tin", [new WorkbookColumn("Mục", 28), new WorkbookColumn("Nội dung", 60)],
        facts.Where(fact => fact.Value is not Cell.Empty).Select(fact => (IReadOnlyList<Cell>)[fact.Name, fact.Value]));
}
