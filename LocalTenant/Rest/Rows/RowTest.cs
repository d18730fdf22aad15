using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;

namespace HocTap.Office.LocalTenant.Rest.Rows;

/// <summary>What a row must be to be shown: comparisons, joined by and, or.</summary>
internal abstract record RowTest
{
    /// <summary>True when the row passes.</summary>
    public abstract bool Holds(ItemRow row);

    /// <summary>The comparisons one of which must be met by index, or null when no index can lead.</summary>
    public abstract IReadOnlyList<Condition>? Lead();
}

/// <summary>One comparison.</summary>
internal sealed record Compare(Condition Condition) : RowTest
{
    public override bool Holds(ItemRow row) => Condition.Holds(RowValue.Key(Condition.Column, row));

    // Not equal chooses nearly everything: an index is no help.
    public override IReadOnlyList<Condition>? Lead() => RowValue.HasIndex(Condition.Column) && Condition.Operator != "ne" ? [Condition] : null;
}

/// <summary>Not null, which no index leads either.</summary>
internal sealed record Filled(Column Column) : RowTest
{
    public override bool Holds(ItemRow row) => RowValue.Key(Column, row) is not null;

    public override IReadOnlyList<Condition>? Lead() => null;
}

/// <summary>Text somewhere inside; always a scan.</summary>
internal sealed record Inside(Column Column, string Key) : RowTest
{
    public override bool Holds(ItemRow row) => RowValue.Key(Column, row) is string text && text.Contains(Key, StringComparison.Ordinal);

    public override IReadOnlyList<Condition>? Lead() => null;
}

/// <summary>Both.</summary>
internal sealed record Both(RowTest Left, RowTest Right) : RowTest
{
    public override bool Holds(ItemRow row) => Left.Holds(row) && Right.Holds(row);

    // The first column named decides, as Microsoft says of filtered views.
    public override IReadOnlyList<Condition>? Lead() => Left.Lead() ?? Right.Lead();
}

/// <summary>Either; both sides must be indexed to be led by index.</summary>
internal sealed record Either(RowTest Left, RowTest Right) : RowTest
{
    public override bool Holds(ItemRow row) => Left.Holds(row) || Right.Holds(row);

    public override IReadOnlyList<Condition>? Lead() => (Left.Lead(), Right.Lead()) is ({ } left, { } right) ? [.. left, .. right] : null;
}

/// <summary>The columns to order by; the first decides whether an index does the work.</summary>
internal sealed record RowOrder(Column Column, bool Descending);
