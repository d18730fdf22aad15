using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking;
using HocTap.Office.Templates.Drift;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.OwnTemplates;
using HocTap.Office.Templates.Salvage;
using HocTap.Office.Templates.Tags;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>A way by which a person's file comes in, besides the reader: what is done with it, and what comes of it in words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Try">Gives the file to it. The answer is «done», or the sentence with which it was refused.</param>
internal sealed record Entrance(string Name, Func<byte[], string> Try)
{
    public const string Done = "done";

    private static readonly LayoutProfile Official = LayoutProfiles.Find(LayoutProfiles.Official)!;

    public static IReadOnlyList<Entrance> All { get; } =
    [
        new("check", docx => LayoutChecker.Check(new MemoryStream(docx), Official) switch
        {
            CheckResult.Checked { Deviations: not null } => Done,
            CheckResult.Refused refused => refused.Detail,
            _ => "",
        }),
        new("repair", docx => LayoutRepair.Repair(docx, Official) switch
        {
            RepairResult.Repaired { Docx.Length: > 0 } => Done,
            RepairResult.Refused refused => refused.Detail,
            _ => "",
        }),
        new("drift", docx => FormDrift.Between(new MemoryStream(docx), FormValues.Empty, Official) switch
        {
            DriftResult.Compared { Differences: not null } => Done,
            DriftResult.Refused refused => refused.Detail,
            _ => "",
        }),
        new("salvage", docx => FormSalvager.Read(new MemoryStream(docx)) switch
        {
            SalvageResult.Readable => Done,
            SalvageResult.Refused refused => refused.Detail,
            _ => "",
        }),
        new("template", docx => OwnTemplate.Check(new MemoryStream(docx), mends: true) switch
        {
            { IsUsable: true } => Done,
            var refused => refused.Findings.First(finding => finding.Severity == Severity.Error).Message,
        }),
        new("tags", docx => TagReader.Read(docx) switch
        {
            TagResult.Readable => Done,
            TagResult.Refused refused => refused.Detail,
            _ => "",
        }),
    ];

    public static Entrance Named(string name) => All.Single(entrance => entrance.Name == name);
}
