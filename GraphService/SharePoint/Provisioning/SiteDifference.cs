using System.Text.Json.Nodes;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>One place where the site is not what the schema says («chỗ khác»).</summary>
/// <param name="Sentence">It in Vietnamese.</param>
/// <param name="Mend">The members of a PATCH that set it right; null when only a person can, without losing what is there.</param>
internal sealed record SiteDifference(string Sentence, JsonObject? Mend);
