using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>One filling under way: where it writes, which values are in reach, in which row it is.</summary>
/// <param name="output">Where it writes.</param>
/// <param name="values">The values of the document.</param>
/// <param name="lastId">The id below all those it may give to controls of rows.</param>
/// <param name="bindsLastRow">True when the last row of a table is kept with what follows it.</param>
internal sealed class FillRun(Utf8Buffer output, TemplateValues values, int lastId, bool bindsLastRow)
{
    private int lastId = lastId;
    private bool isLastRow;

    public Utf8Buffer Output => output;

    /// <summary>The values in reach: those of the row inside one, else those of the document.</summary>
    public TemplateValues Values { get; private set; } = values;

    /// <summary>The number of the row; 0 outside of rows.</summary>
    public int Row { get; private set; }

    /// <summary>True in a last row that is to be kept with what follows.</summary>
    public bool IsBoundRow => isLastRow && bindsLastRow;

    /// <summary>The last id given out.</summary>
    public int LastId => lastId;

    public int NextId() => ++lastId;

    /// <summary>Goes into a row; the answer leads back.</summary>
    public (TemplateValues Values, int Row, bool IsLast) Enter(TemplateValues values, int row, bool isLast)
    {
        var outer = (Values, Row, isLastRow);
        (Values, Row, isLastRow) = (values, row, isLast);
        return outer;
    }

    public void Leave((TemplateValues Values, int Row, bool IsLast) outer) => (Values, Row, isLastRow) = outer;
}
