using HocTap.Office.GraphService.Duties;

namespace HocTap.Office.GraphService.Drafts;

/// <summary>What somebody has typed into a form and not filed yet («bản nháp»), kept for them alone.</summary>
/// <param name="Writer">The code of who typed it.</param>
/// <param name="Duty">What it is to be filed for.</param>
/// <param name="Version">Grows by one at every saving; its ETag.</param>
/// <param name="Basis">The id of the document it started from; "" for a first one.</param>
/// <param name="Fields">The values as JSON, as the pane sent them.</param>
/// <param name="SavedAt">When it was saved.</param>
internal sealed record Draft(string Writer, DutyKey Duty, int Version, string Basis, string Fields, DateTimeOffset SavedAt)
{
    /// <summary>The version as an ETag, with its quotes.</summary>
    public string ETag => $"\"{Version}\"";
}
