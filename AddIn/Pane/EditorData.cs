using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HocTap.Office.Templates.Salvage;

namespace HocTap.Office.AddIn.Pane;

/// <summary>What the pane's modules need to know of a form, as the JSON of a data block. Safe inside a script element: &lt;, &gt; and &amp; are escaped.</summary>
internal static class EditorData
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static string Of(FormEditorModel model) => JsonSerializer.Serialize(
        new
        {
            form = model.Form.Code.Value,
            model.Campaign,
            model.Organization,
            model.Person,
            model.PersonName,
            year = model.Context.CampaignYear,
            model.Caller,
            model.Context,
            model.Form.Rules,
            heads = FieldHeads.Of(model.Form),
        },
        Wire);
}
