using System.Globalization;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Forms;

/// <summary>What reading a document answers, on the wire and from the verb <c>read</c>.</summary>
internal static class ReadAnswer
{
    /// <summary>The answer; rules are judged by <paramref name="rules"/>.</summary>
    public static object Of(FormDocument document, RuleContext rules) => new
    {
        form = document.Form.Code.Value,
        campaign = document.Identity?.Campaign,
        organization = document.Identity?.Organization,
        person = document.Identity?.Person,
        template = document.Template is { } made ? new { id = made.Id, version = made.Version } : null,
        fields = FormJson.Write(document.Form, document.Values),
        outcomes = document.Outcomes.ToDictionary(outcome => outcome.Key, outcome => FormWire.Of(outcome.Value)),
        findings = document.Findings.Concat(RuleChecker.Check(document.Form, document.Values, rules)),
    };

    /// <summary>What a document is judged by when its duty is not known: its campaign, else the year it is dated in.</summary>
    public static RuleContext WithoutDuty(FormDocument document, Campaign? campaign, DateOnly today)
    {
        var year = campaign?.Year ?? (DateOnly.TryParse(document.Values["documentDate"], CultureInfo.InvariantCulture, out var day) ? day.Year : today.Year);
        return new RuleContext(year, today, Required: false, MinRows: 0, MaxRows: null);
    }
}
