using System.Globalization;
using System.Text.Json;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Reads an item's fields by column name; a column without a value reads as "", 0, false or null.</summary>
internal sealed class FieldReader(JsonElement fields)
{
    /// <summary>A text, in NFC: what people edit natively may come decomposed.</summary>
    public string Text(string column) => Find(column) is { ValueKind: JsonValueKind.String } value ? VietnameseText.Composed(value.GetString()!) : ""; // a JSON string is not null

    /// <summary>A text; null instead of "".</summary>
    public string? OptionalText(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>A whole number; SharePoint's numbers are doubles.</summary>
    public int Number(string column) => Find(column) is { ValueKind: JsonValueKind.Number } value ? (int)value.GetDouble() : 0;

    /// <summary>A yes or no.</summary>
    public bool Boolean(string column) => Find(column) is { ValueKind: JsonValueKind.True };

    /// <summary>A day as <c>yyyy-MM-dd</c>; null when empty. A dateOnly column comes back as the instant at which its day begins.</summary>
    public string? Day(string column) => OptionalText(column) is { } text
        ? (text.Length == 10 ? text : VietnamTime.TryParse(text, out var instant) ? VietnamTime.DayOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null)
        : null;

    /// <summary>An instant as the database stores it; null when empty or no instant.</summary>
    public string? Instant(string column) => VietnamTime.TryParse(OptionalText(column), out var instant) ? VietnamTime.Stored(instant) : null;

    private JsonElement? Find(string column) => fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(column, out var value) ? value : null;
}
