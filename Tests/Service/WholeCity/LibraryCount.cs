using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Service.WholeCity;

/// <summary>A document as it lies in the library: what it says it is for, and the columns people see beside it.</summary>
internal sealed record LibraryDocument(string Key, FormDefinition Form, FormValues Values, string Status, int Revision, bool Late, bool CopyReceived)
{
    public bool StandsForItsDuty => Status is not ("đã thay thế" or "đã rút");

    public bool IsDone => Status is "đã tiếp nhận" or "đã nộp" or "đã xác nhận" or "đã đánh giá";
}

/// <summary>Counts the whole city anew from the documents in SharePoint, one by one, with contracts §3 written out by hand.</summary>
internal sealed class LibraryCount(CityRoll roll, IReadOnlyList<LibraryDocument> documents, bool afterDeadline)
{
    private readonly Dictionary<string, LibraryDocument> current = documents.Where(document => document.StandsForItsDuty)
        .GroupBy(document => document.Key).ToDictionary(duty => duty.Key, duty => duty.MaxBy(document => document.Revision)!);

    /// <summary>Reads every document of a campaign out of the library.</summary>
    public static async Task<IReadOnlyList<LibraryDocument>> ReadAsync(SiteAccess site, string campaign, CancellationToken cancellationToken)
    {
        var documents = new List<LibraryDocument>();
        string? link = null;
        for (var last = false; !last;)
        {
            var page = await site.Items.ChangesAsync(SiteSchema.Submissions, link, cancellationToken);
            foreach (var fields in page.Items.Where(item => !item.Deleted).Select(item => item.Fields).Where(fields => fields.Text("Campaign") == campaign))
            {
                documents.Add(await ReadAsync(site, fields, cancellationToken));
            }

            (link, last) = (page.Link, page.IsLast);
        }

        return documents;
    }

    /// <summary>Required, done, missing, late of a form in an organization itself (<paramref name="below"/> false) or with all below it.</summary>
    public (int Required, int Done, int Missing, int Late) Of(string form, string organization, bool below)
    {
        var duties = In(form, organization, below).Where(duty => duty.Required).ToList();
        var done = duties.Count(IsDone);
        return (duties.Count, done, duties.Count - done, duties.Count(duty => current.GetValueOrDefault(duty.Key)?.Late == true || (afterDeadline && !IsDone(duty))));
    }

    /// <summary>Exempt, voluntary and voluntarily done of a form in an organization and below it.</summary>
    public (int Exempt, int Voluntary, int Done) FreeOf(string form, string organization)
    {
        var duties = In(form, organization, below: true).Where(duty => !duty.Required).ToList();
        return (duties.Count(duty => duty.Exempt), duties.Count(duty => !duty.Exempt), duties.Count(IsDone));
    }

    /// <summary>Second copies due and received in an organization and below it.</summary>
    public (int Due, int Received) CopiesOf(string organization)
    {
        var duties = In("mau03", organization, below: true).Where(duty => duty.Copies > 1).ToList();
        return (duties.Count, duties.Count(duty => current.GetValueOrDefault(duty.Key)?.CopyReceived == true));
    }

    /// <summary>The keys of what is missing in an organization and below it.</summary>
    public IReadOnlySet<string> MissingIn(string organization) =>
        roll.Duties.Where(duty => duty.Required && !IsDone(duty) && roll.Below(organization).Contains(duty.Organization)).Select(duty => duty.Key).ToHashSet();

    /// <summary>How many rows of a repeated field stand, all documents of the city together.</summary>
    public int RowsOf(string form, string tag) => current.Values.Where(document => document.Form.Code.Value == form).Sum(document => document.Values.RowsOf(tag).Count);

    /// <summary>How many documents of a form stand.</summary>
    public int DocumentsOf(string form) => current.Values.Count(document => document.Form.Code.Value == form);

    private bool IsDone(CityDuty duty) => current.GetValueOrDefault(duty.Key)?.IsDone == true;

    private IEnumerable<CityDuty> In(string form, string organization, bool below)
    {
        var within = below ? roll.Below(organization) : new HashSet<string> { organization };
        return roll.Duties.Where(duty => duty.Form == form && within.Contains(duty.Organization));
    }

    private static async Task<LibraryDocument> ReadAsync(SiteAccess site, FieldReader fields, CancellationToken cancellationToken)
    {
        var path = $"{fields.Text("Campaign")}/{fields.Text("Organization")}/{fields.Text("FileLeafRef")}";
        var bytes = await site.Files.ReadAsync(path, cancellationToken) ?? throw new InvalidOperationException($"The library has no {path}.");
        if (FormReader.Read(new MemoryStream(bytes)) is not ReadResult.Readable { Document: { Identity: { } identity } document })
        {
            throw new InvalidOperationException($"{path} is no document of ours.");
        }

        return new LibraryDocument(
            $"{identity.Form}/{identity.Organization}/{identity.Person}", document.Form, document.Values, fields.Text("Status"), fields.Number("Revision"), fields.Boolean("Late"),
            fields.Instant("ManagingReceivedAt") is not null);
    }
}
