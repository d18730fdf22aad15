using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Mail in the name of the campaign's mailbox.</summary>
internal sealed class TenantMail(GraphConnection graph, string sender)
{
    /// <summary>Hands a plain text message to Graph; 202 means accepted, not delivered.</summary>
    public async Task SendAsync(string address, string subject, string text, CancellationToken cancellationToken) =>
        await graph.RunAsync(
            graph.Client.Users[sender].SendMail.ToPostRequestInformation(new SendMailPostRequestBody
            {
                Message = new Message
                {
                    Subject = subject,
                    Body = new ItemBody { ContentType = BodyType.Text, Content = text },
                    ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = address } }],
                },
                SaveToSentItems = false,
            }), cancellationToken);
}
