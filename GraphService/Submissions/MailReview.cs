using System.Globalization;
using System.Text.Json;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>Tells an author by mail what the reviewer decided. Mail has no key: after a lost answer a message may come twice, which harms nobody.</summary>
internal sealed class MailReview : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "mail";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>The message to the author of a reviewed document; the first review is the document's, the others are those of rows.</summary>
    public static Work Message(string address, string name, Submission reviewed, int year, string form, IReadOnlyList<Review> reviews, IReadOnlyDictionary<string, int> rowNumbers)
    {
        var returned = reviewed.Status == SubmissionStatus.Returned;
        var document = string.Create(CultureInfo.InvariantCulture, $"{form} năm {year}, số biên nhận {reviewed.ReceiptNumber}");
        string[] lines =
        [
            $"Kính gửi đồng chí {name},",
            "",
            returned ? $"{document} được trả lại để bổ sung." : $"{document} đã được xác nhận.",
            .. reviews[0].Comment.Length > 0 ? [$"Ý kiến của người xem xét: {reviews[0].Comment}"] : Array.Empty<string>(),
            .. reviews.Skip(1).Select(row => string.Create(CultureInfo.InvariantCulture, $"- Về dòng số {rowNumbers.GetValueOrDefault(row.RowId ?? "")}: {row.Comment}")),
            .. returned ? ["", "Đề nghị mở lại biểu mẫu trong Word hoặc ở trang «Việc của tôi», sửa rồi nộp lại."] : Array.Empty<string>(),
        ];
        return new Work(address, returned ? $"{form}: trả lại để bổ sung" : $"{form}: đã xác nhận", string.Join("\r\n", lines));
    }

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        var work = JsonSerializer.Deserialize<Work>(operation.Payload) ?? throw new OperationRefusedException("The message carries nothing.");
        await site.Mail.SendAsync(work.Address, work.Subject, work.Text, cancellationToken);
    }

    /// <summary>What an operation carries.</summary>
    internal sealed record Work(string Address, string Subject, string Text);
}
