using System.Text.Json;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>What clerks keep for their units, as a table: one line an organization, columns as in the form («tệp thông tin chung của đơn vị»).</summary>
internal static class DefaultsFile
{
    /// <summary>Reads a table for a campaign.</summary>
    /// <returns>400 with the first line that makes no sense: what goes into every document must be right in all of it.</returns>
    public static Result<IReadOnlyList<UnitDefaults>> Read(string path, string campaign, FillTargets targets)
    {
        if (!FillTable.Open(new FillColumnNames(UnitDefaults.Kept, []), path, null).TryGet(out var opened, out var problem))
        {
            return problem;
        }

        using var table = opened;
        var (all, faults) = (new List<UnitDefaults>(), new List<FillFault>());
        foreach (var record in table.Records())
        {
            if (table.LineOf(record, faults) is { } line)
            {
                all.AddRange(Of(line, campaign, targets, faults));
            }
        }

        return faults is [var first, ..] ? new Problem.Malformed($"{path}: {first}") : all;
    }

    private static IEnumerable<UnitDefaults> Of(FillLine line, string campaign, FillTargets targets, List<FillFault> faults)
    {
        var organization = targets.OrganizationOf(line.Organization);
        if (organization is null || line.Person.Length > 0 || !FormJson.TryReadFields(UnitDefaults.Kept, JsonSerializer.SerializeToElement(line.Fields), out var fields, out var error))
        {
            faults.Add(new FillFault(line.Line, "", organization is null ? $"không có tổ chức “{line.Organization}”." : "thông tin chung là của tổ chức, không của cá nhân."));
            return [];
        }

        return [new UnitDefaults(campaign, organization.Code, 1, fields)];
    }
}
