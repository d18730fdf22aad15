using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Registers;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static HocTap.Office.AddIn.Texts.Text;
using Query = HocTap.Office.GraphService.Registers.RegisterFilter;
using ShownFilter = HocTap.Office.AddIn.Registers.RegisterFilter;
using ShownGroup = HocTap.Office.AddIn.Registers.RegisterGroup;
using ShownRows = HocTap.Office.AddIn.Registers.RegisterRows;
using RegisterGrouping = HocTap.Office.GraphService.Registers.RegisterGrouping;
using FoundRows = HocTap.Office.GraphService.Registers.RegisterRows;
using ShownRow = HocTap.Office.AddIn.Registers.RegisterRow;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The registers: their page, their rows, and one document with its review panel.</summary>
internal static class RegisterPages
{
    // A select box drops ordinary spaces at the head of its entries.
    private const char Indent = '\u2003';

    /// <summary>Maps <c>/registers</c> and its fragments.</summary>
    public static void MapRegisterPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/registers").ExcludeFromDescription();
        group.MapGet("", PageAsync);
        group.MapGet("/{register}/rows", RowsAsync);
        group.MapGet("/submissions/{id}", SubmissionDetails.FragmentAsync);
    }

    private static async Task<IResult> PageAsync([FromQuery] string? register, [AsParameters] Query filter, Caller caller, Database database, TimeProvider clock)
    {
        var name = register ?? Tabs().First(tab => FormCatalog.Find(FormCode.Parse(Register.Find(tab.Key)!.Form))?.Personal == true).Key; // everybody has plans; a tab is a register
        var its = filter with { Campaign = filter.Campaign ?? DefaultCampaign(caller, clock.GetUtcNow()) };
        if (!(await RegisterQuery.RowsAsync(caller, database, name, its)).TryGet(out var rows, out var problem))
        {
            return problem.ToHttp();
        }

        return new RazorComponentResult<RegistersPage>(new
        {
            Model = new RegistersModel
            {
                Shell = PageShells.Of(PageName.Registers, caller),
                Tabs = [.. Tabs()],
                Campaigns = Campaigns(caller),
                Organizations = [.. Scope(caller)],
                Groupings = [.. RegisterGrouping.Of(rows.Request.Register).Select(grouping => Grouping(grouping))],
                OwnOnly = caller.FollowUpTops.Count == 0,
                Rows = Rows(rows, its),
            },
        });
    }

    private static async Task<IResult> RowsAsync(string register, [AsParameters] Query filter, Caller caller, Database database) =>
        (await RegisterQuery.RowsAsync(caller, database, register, filter)).ToHttp(rows => new RazorComponentResult<ShownRows>(new { Model = Rows(rows, filter) }));

    /// <summary>The campaign that is open now, the newest first; else the newest.</summary>
    internal static string DefaultCampaign(Caller caller, DateTimeOffset now) =>
        (caller.Directory.Campaigns.FirstOrDefault(campaign => campaign.TakesFilingsAt(now)) ?? caller.Directory.Campaigns.First()).Code;

    /// <summary>The campaigns as entries of a select box.</summary>
    internal static IReadOnlyList<Choice> Campaigns(Caller caller) => [.. caller.Directory.Campaigns.Select(campaign => new Choice(campaign.Code, T("Năm {0}", campaign.Year)))];

    // The registers of forms that can be filled here; the others have no rows to show.
    private static IEnumerable<RegisterTab> Tabs() =>
        Register.All.Where(register => FormCatalog.Find(FormCode.Parse(register.Form)) is not null).Select(register => new RegisterTab(register.Name, Title(register)));

    // The tree, each organization below the one it belongs to.
    private static IEnumerable<Choice> Scope(Caller caller) => caller.FollowUpTops.SelectMany(caller.Directory.TreeOrder)
        .DistinctBy(place => place.Organization.Code).Select(place => new Choice(place.Organization.Code, $"{new string(Indent, 2 * place.Depth)}{place.Organization.Name}", IsName: true));

    private static string Title(Register register) => register.Name switch
    {
        "tasks" => T("Nhiệm vụ đột phá"),
        "models" => T("Mô hình tiêu biểu"),
        "plans" => T("Kế hoạch cá nhân"),
        "acts" => T("Việc nêu gương"),
        _ => register.Title,
    };

    private static Choice Grouping(RegisterGrouping grouping) => grouping.Key switch
    {
        RegisterKeys.Organization => new(grouping.Key, T("Tổ chức")),
        RegisterKeys.Status => new(grouping.Key, T("Trạng thái")),
        RegisterKeys.Late => new(grouping.Key, T("Đúng hạn, trễ hạn")),
        _ => new(grouping.Key, grouping.Label, IsName: true),
    };

    private static RegisterRowsModel Rows(FoundRows rows, Query filter)
    {
        var columns = RegisterColumns.Of(rows.Request.Register);
        return new RegisterRowsModel
        {
            Register = rows.Request.Register.Name,
            Filter = new ShownFilter(filter.Campaign ?? "", filter.Organization ?? "", filter.Status ?? "", filter.Q ?? "", filter.Sort ?? "", filter.Group ?? ""),
            Columns = columns,
            Groups = [.. Groups(rows, columns)],
            Total = rows.Entries.Count,
            Next = rows.Next,
            Continued = !string.IsNullOrEmpty(filter.Cursor),
        };
    }

    // Rows of one group stand together; without a grouping all are one group without a head.
    private static IEnumerable<ShownGroup> Groups(FoundRows rows, IReadOnlyList<RegisterColumn> columns)
    {
        var heads = rows.Groups.ToDictionary(group => group.Key, StringComparer.Ordinal);
        return rows.Page.GroupBy(rows.Request.Grouping.KeyOf, StringComparer.Ordinal).Select(group => new ShownGroup(
            group.Key, heads.GetValueOrDefault(group.Key)?.Label ?? "", heads.GetValueOrDefault(group.Key)?.Totals.Rows ?? 0, heads.GetValueOrDefault(group.Key)?.Totals.Late ?? 0,
            [.. group.Select(entry => new ShownRow(Guid.Parse(entry.Submission.Id.ToString()), entry.Submission.Late, [.. columns.Select(column => RegisterColumns.Cell(column, entry))]))],
            IsName: rows.Request.Grouping.Key is not (RegisterKeys.Status or RegisterKeys.Late)));
    }
}
