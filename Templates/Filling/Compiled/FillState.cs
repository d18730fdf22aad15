using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>One filling under way: where it writes, which values are in reach, in which row it is.</summary>
/// <param name="output">Where it writes.</param>
/// <param name="values">The values of the document.</param>
/// <param name="lastId">The id below all those it may give to controls of rows.</param>
/// <param name="boundRows">How many rows at the end of a table are kept with what follows it.</param>
internal sealed class FillState(Utf8Buffer output, TemplateValues values, int lastId, int boundRows)
{
    private static readonly Utf8Buffer Nowhere = new(0);

    private int lastId = lastId;
    private int rowsAfter;

    public Utf8Buffer Output => output;

    /// <summary>The values in reach: those of the row inside one, else those of the document.</summary>
    public TemplateValues Values { get; private set; } = values;

    /// <summary>The number of the row; 0 outside of rows.</summary>
    public int Row { get; private set; }

    /// <summary>True in a row that is to be kept with what follows the table.</summary>
    public bool IsBoundRow => rowsAfter < boundRows;

    /// <summary>The last id given out.</summary>
    public int LastId => lastId;

    /// <summary>True in a row that repeats what another one says already.</summary>
    public bool IsCopy { get; private set; }

    public int NextId() => ++lastId;

    /// <summary>One that writes nothing and stands in a row like most others.</summary>
    public static FillState InMiddleRow()
    {
        var state = new FillState(Nowhere, new TemplateValues(new Dictionary<string, string>()), lastId: 0, boundRows: 0);
        _ = state.Enter(state.Values, row: 2, after: 1);
        return state;
    }

    /// <summary>Goes into a row; the answer leads back.</summary>
    public (TemplateValues Values, int Row, int RowsAfter, bool IsCopy) Enter(TemplateValues values, int row, int after)
    {
        var outer = (Values, Row, rowsAfter, IsCopy);
        (Values, Row, rowsAfter, IsCopy) = (values, row, after, IsCopy || row > 1);
        return outer;
    }

    public void Leave((TemplateValues Values, int Row, int RowsAfter, bool IsCopy) outer) => (Values, Row, rowsAfter, IsCopy) = outer;
}
