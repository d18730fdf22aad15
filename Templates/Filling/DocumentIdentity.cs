using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>What a document is for: form, campaign, organization and, for a personal form, the person. Kept in the document's own XML part.</summary>
public sealed record DocumentIdentity(FormCode Form, string Campaign, string Organization, string? Person);
