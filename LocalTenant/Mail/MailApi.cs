using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Mail;

/// <summary>sendMail: accepted, kept, dropped as a file; nothing leaves the machine.</summary>
internal static class MailApi
{
    public static GraphAnswer Send(GraphCall call, string user)
    {
        var message = Message(call.Json());
        var sender = UsersApi.Find(call, user);
        if (message["toRecipients"] is not JsonArray { Count: > 0 } && message["ccRecipients"] is not JsonArray { Count: > 0 } && message["bccRecipients"] is not JsonArray { Count: > 0 })
        {
            throw new GraphError(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");
        }
        var id = Guid.CreateVersion7(call.Now).ToString();
        call.Db.Execute(
            "INSERT INTO mail (id, sender, subject, message, sent) VALUES (@id, @Address, @subject, @message, @sent)",
            new { id, sender.Address, subject = message.Text("subject") ?? "", message = Json.Write(message), sent = Stamp.Of(call.Now) });
        MailDrop.Write(call.Tenant.At("mail"), id, sender.Address, message, call.Now);
        return GraphAnswer.Accepted();
    }

    // Parameters of an action are named without regard to case: the SDK says Message, the documentation message.
    private static JsonObject Message(JsonObject body) =>
        body.FirstOrDefault(member => member.Key.Equals("message", StringComparison.OrdinalIgnoreCase)).Value as JsonObject
            ?? throw new GraphError(400, "ErrorInvalidRequest", "The message is missing.");
}
