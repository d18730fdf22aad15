using System.Globalization;
using HocTap.Office.GraphService.Submissions;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Registers;

/// <summary>A row beside the document it comes from.</summary>
internal sealed record RegisterEntry(Register Register, RegisterRow Row, Submission Submission, string OrganizationName)
{
    /// <summary>A cell by its key as the wire has it: a field's tag, or one of <see cref="RegisterKeys"/>; "" for nothing.</summary>
    public string Cell(string key) => key switch
    {
        RegisterKeys.PersonName => Row.PersonName,
        RegisterKeys.Organization => OrganizationName,
        RegisterKeys.Status => Submission.Status.Code,
        RegisterKeys.ReceivedAt => VietnamTime.Stored(Submission.ReceivedAt),
        RegisterKeys.Late => Submission.Late ? "true" : "false",
        RegisterKeys.Number => Row.Number.ToString("D4", CultureInfo.InvariantCulture),
        _ => Row.Fields.GetValueOrDefault(key, ""),
    };

    /// <summary>A field's value as people read it: a choice by its label.</summary>
    public string Said(string tag) => Register.Said(tag, Row.Fields.GetValueOrDefault(tag, ""));

    /// <summary>Everything a search looks through.</summary>
    public string SearchedText => string.Join(' ', Row.Fields.Keys.Select(Said).Append(Row.PersonName).Append(OrganizationName).Append(Row.Person));
}
