using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>A form as understood from a hand-typed document («văn bản tự gõ đã đọc»), to be shown for a person to confirm; nothing here may be stored without that.</summary>
public sealed record SalvagedForm
{
    /// <summary>The form.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>How sure it is that the document is this form.</summary>
    public required FieldConfidence FormConfidence { get; init; }

    /// <summary>True when the document has our own controls: it was read by them, and every value found is sure.</summary>
    public required bool HasControls { get; init; }

    /// <summary>The year of the campaign the document names; null when it names none.</summary>
    public required int? Year { get; init; }

    /// <summary>How sure the year is.</summary>
    public required FieldConfidence YearConfidence { get; init; }

    /// <summary>The organization as the document writes it; "" when it names none. A text to search by, never an identity.</summary>
    public required string Organization { get; init; }

    /// <summary>The person as the document writes the name; "" when it names none. A text to search by, never an identity.</summary>
    public required string Person { get; init; }

    /// <summary>The values, in the normal form of their types; what could not be understood is absent.</summary>
    public required FormValues Values { get; init; }

    /// <summary>One entry for each printed field; keys are tags, <c>rows</c> for a repeated field as a whole and <c>rows[0].tag</c> inside its rows.</summary>
    public required IReadOnlyDictionary<string, FieldConfidence> Confidence { get; init; }

    /// <summary>The texts of the document that went into no value and are no words of the form, in reading order.</summary>
    public required IReadOnlyList<LeftoverText> Leftovers { get; init; }

    /// <summary>What a person should know about the reading as a whole, ids S01 to S06 (quy ước nội bộ); for a document with controls those of its reader.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}

/// <summary>A text that was not used («chữ chưa dùng đến»).</summary>
/// <param name="Text">The text as typed, spaces reduced to one.</param>
/// <param name="Place">Where it stands, in the user's words.</param>
public sealed record LeftoverText(string Text, string Place);
