using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Time;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Hosting;

/// <summary><c>read</c>: documents in, one JSON object a line out, in the shape of <c>POST /api/forms/read</c> with the file's name in front.</summary>
internal static class ReadVerb
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new(
        "read", ["read TỆP.docx…", "    đọc văn bản đã điền, mỗi tệp một dòng JSON; tệp không đọc được thì ghi mã lỗi và lý do"], ["campaigns", "people", "organizations"], [], RunAsync);

    private static Task<int> RunAsync(VerbCall call)
    {
        var today = VietnamTime.DayOf(call.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        return VerbFiles.AnswerEachAsync(call, (bytes, _) => Docx.Read(bytes), (document, known) => ReadAnswer.Of(document, RulesOf(document, known, today)));
    }

    private static RuleContext RulesOf(FormDocument document, FillDirectory known, DateOnly today)
    {
        var (directory, identity) = (known.Directory, document.Identity);
        var (campaign, organization, person) = (directory.Campaign(identity?.Campaign), directory.Organization(identity?.Organization), directory.Person(identity?.Person));
        return campaign is not null && organization is not null && (person is null || directory.Organization(person.OrganizationCode) is not null)
            && DutyRoll.Find(directory, campaign, document.Form, organization, person) is { } duty
            ? duty.RuleContext(today)
            : ReadAnswer.WithoutDuty(document, campaign, today);
    }
}
