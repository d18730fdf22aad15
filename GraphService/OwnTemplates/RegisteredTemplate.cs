using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>A version of a template that an organization made of an official one («biểu mẫu của đơn vị»). A version never changes; a newer one stands in its place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Campaign">The campaign it is for.</param>
/// <param name="Organization">The organization for which, and for all below which, it is used; "" for the whole city.</param>
/// <param name="Form">The form.</param>
/// <param name="Version">Counts from 1 within campaign, organization and form.</param>
/// <param name="RegisteredBy">Who registered it; "" from the command line.</param>
/// <param name="RegisteredAt">When.</param>
internal sealed record RegisteredTemplate(SubmissionId Id, string Campaign, string Organization, string Form, int Version, string RegisteredBy, DateTimeOffset RegisteredAt)
{
    /// <summary>The name of its file: what it is for, and the end of its id, by which a retry is recognised.</summary>
    public string FileName => $"{Form}_{(Organization.Length == 0 ? "chung" : Organization)}_v{Version}_{Id.Short}.docx";

    /// <summary>Where in the library it lies.</summary>
    public string Path => $"{Campaign}/{FileName}";

    /// <summary>The columns of its file.</summary>
    public Dictionary<string, object?> ToItem() => new(StringComparer.Ordinal)
    {
        ["TemplateId"] = Id.ToString(),
        ["Campaign"] = Campaign,
        ["Organization"] = Organization,
        ["Form"] = Form,
        ["TemplateVersion"] = Version,
        ["RegisteredBy"] = RegisteredBy,
        ["RegisteredAt"] = VietnamTime.Wire(RegisteredAt),
    };
}
