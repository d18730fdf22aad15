using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Duties;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.SampleCity;

/// <summary>
/// Lets the sample city file its plans of an earlier year, and its reviewers decide on them: through the same filing, reviewing and outbox as everybody, each at its
/// own moment. Idempotent: a person who has a plan there already files none.
/// </summary>
internal sealed class PlanSeeder(
    Database database, IEnumerable<IOperationHandler> handlers, OutboxSignal signal, DirectoryStore directory, ILoggerFactory loggers)
{
    private readonly SamplePlans sample = SamplePlans.Read();

    /// <summary>Files what is missing and waits until SharePoint has it.</summary>
    public async Task SeedAsync(SiteAccess site, CancellationToken cancellationToken)
    {
        var filed = new List<(SamplePlan Plan, SubmissionId Id)>();
        foreach (var plan in await MissingAsync())
        {
            filed.Add((plan, await FileAsync(plan, cancellationToken)));
        }

        if (filed.Count == 0)
        {
            return;
        }

        await DrainAsync(site, filed.Max(one => one.Plan.At), cancellationToken);
        foreach (var (plan, id) in filed.Where(one => one.Plan.Decision is not null))
        {
            await ReviewAsync(plan, id);
        }

        await DrainAsync(site, filed.Max(one => one.Plan.DecidedAt ?? one.Plan.At), cancellationToken);
        loggers.CreateLogger<PlanSeeder>().PlansSeeded(sample.Campaign, filed.Count);
    }

    private async Task<IReadOnlyList<SamplePlan>> MissingAsync()
    {
        await using var connection = database.Open();
        var present = (await SubmissionsTable.OfCampaignAsync(connection, sample.Campaign)).Select(submission => submission.Duty.Person).ToHashSet();
        return [.. sample.Plans.Where(plan => !present.Contains(plan.Person))];
    }

    private async Task<SubmissionId> FileAsync(SamplePlan plan, CancellationToken cancellationToken)
    {
        var (target, clock) = (TargetOf(plan), new FixedClock(plan.At));
        var texts = target.Duty.Campaign.TextsOf(target.Duty.Organization).TryGet(out var own, out var fault) ? own : throw new InvalidOperationException($"{fault.Code} {fault.Detail}");
        var bytes = FormFiller.Fill(target.Form, texts, ValuesOf(plan, target), target.Identity);
        var filing = new Filing(database, signal, clock, loggers.CreateLogger<Filing>());
        var result = await filing.FileAsync(CallerOf(plan.FiledBy), target, $"sample-{sample.Campaign}-{plan.Person}", bytes, cancellationToken);
        return result.TryGet(out var receipt, out var problem)
            ? receipt.Id
            : throw new InvalidOperationException($"The sample plan of {plan.Person} was refused: {problem.Code} {problem.Detail}");
    }

    private async Task ReviewAsync(SamplePlan plan, SubmissionId id)
    {
        await using var connection = database.Open();
        var submission = await SubmissionsTable.FindAsync(connection, id) ?? throw new InvalidOperationException($"The sample plan of {plan.Person} is gone.");
        var reviewing = new Reviewing(new Changing(database, signal, new FixedClock(plan.DecidedAt ?? plan.At)));
        var decision = SubmissionStatus.Parse(plan.Decision!); // chosen by having one
        var result = await reviewing.ReviewAsync(CallerOf(plan.Reviewer!), submission, submission.ETag, new ReviewRequest(decision.Code, plan.Comment), decision); // who decides is named
        if (!result.TryGet(out _, out var problem))
        {
            throw new InvalidOperationException($"The review of the sample plan of {plan.Person} was refused: {problem.Code} {problem.Detail}");
        }
    }

    private async Task DrainAsync(SiteAccess site, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var drain = new OutboxDrain(database, handlers, new FixedClock(now), loggers.CreateLogger<OutboxDrain>());
        while (await drain.OnceAsync(site, cancellationToken) > 0)
        {
            // Each round takes the next of every lane.
        }
    }

    private Target TargetOf(SamplePlan plan)
    {
        var form = FormCatalog.All.Single(form => form.Personal);
        return new Target(form, Duty.OfPerson(directory.Current, Campaign, PersonOf(plan.Person)), CallerOf(plan.FiledBy));
    }

    private FormValues ValuesOf(SamplePlan plan, Target target)
    {
        var theme = sample.Themes[plan.Theme];
        var prefill = Prefill.Of(target.Form, target.Duty, UnitDefaults.None(Campaign.Code, target.Duty.Organization), null, plan.At).Values;
        var fields = new Dictionary<string, string>(prefill.Fields, StringComparer.Ordinal)
        {
            ["orgPlanIssuer"] = target.Duty.Organization.Name,
            ["actionContent"] = theme.Content,
            ["actionSolution"] = theme.Solution,
        };
        return new FormValues(fields, new Dictionary<string, IReadOnlyList<FormRow>> { ["exemplaryTasks"] = target.Duty.Rows.Min > 0 ? [ExemplaryOf(theme)] : [] });
    }

    private static FormRow ExemplaryOf(SampleTheme theme) => new(null, new Dictionary<string, string>
    {
        ["exemplaryGroup"] = theme.ExemplaryGroup,
        ["exemplaryContent"] = theme.ExemplaryContent,
        ["exemplarySolution"] = theme.ExemplarySolution,
        ["termPlanLink"] = "vấn đề mới nảy sinh",
    });

    private Campaign Campaign => directory.Current.Campaign(sample.Campaign) ?? throw new InvalidOperationException($"The sample city has no campaign {sample.Campaign}.");

    private Caller CallerOf(string person) => new(directory.Current, PersonOf(person));

    private Person PersonOf(string code) => directory.Current.Person(code) ?? throw new InvalidOperationException($"The sample city has no person {code}.");
}
