using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What was filed for the same duty in the campaign before («bản năm trước»).</summary>
/// <param name="Campaign">That campaign's code.</param>
/// <param name="Year">Its year.</param>
/// <param name="Submission">The id of the document.</param>
/// <param name="Values">What the document says.</param>
internal sealed record LastYear(string Campaign, int Year, string Submission, FormValues Values);
