using HocTap.Office.Templates.Forms;

namespace HocTap.Office.AddIn.Pane;

/// <summary>One field as it stands in the pane.</summary>
/// <param name="Field">Its definition.</param>
/// <param name="Value">Its value; "" when empty.</param>
/// <param name="Source">Where a prefilled value comes from, a code of <see cref="Words.Source"/>; may be empty.</param>
/// <param name="Id">The prefix of its element ids, unique on the page.</param>
/// <param name="Required">True when it must be filled before filing.</param>
/// <param name="LastYear">What can be taken from last year's document; null when there is nothing.</param>
public sealed record FieldModel(FieldDefinition Field, string Value, string Source, string Id, bool Required, LastYearOffer? LastYear = null);
