using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Mail;

/// <summary>Writes a message as an .eml file, which every mail program opens.</summary>
internal static class MailDrop
{
    public static void Write(string folder, string id, string sender, JsonObject message, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, id + ".eml"), Compose(id, sender, message, now));
    }

    private static string Compose(string id, string sender, JsonObject message, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, $"From: <{sender}>");
        Line(text, $"To: {Addresses(message["toRecipients"])}");
        Line(text, $"Cc: {Addresses(message["ccRecipients"])}", message["ccRecipients"] is JsonArray { Count: > 0 });
        Line(text, $"Subject: {Word(message.Text("subject") ?? "")}");
        Line(text, $"Date: {now.ToString("r", CultureInfo.InvariantCulture)}");
        Line(text, $"Message-ID: <{id}@local-tenant>");
        Line(text, "MIME-Version: 1.0");
        Line(text, $"Content-Type: multipart/mixed; boundary=\"{id}\"");
        Line(text, "");
        AddBody(text, id, message["body"] as JsonObject ?? []);
        foreach (var attachment in (message["attachments"] as JsonArray ?? []).OfType<JsonObject>())
        {
            AddAttachment(text, id, attachment);
        }
        Line(text, $"--{id}--");
        return text.ToString();
    }

    private static void AddBody(StringBuilder text, string boundary, JsonObject body)
    {
        var html = "html".Equals(body.Text("contentType"), StringComparison.OrdinalIgnoreCase);
        Line(text, $"--{boundary}");
        Line(text, $"Content-Type: text/{(html ? "html" : "plain")}; charset=utf-8");
        AddBytes(text, Encode(body.Text("content") ?? ""));
    }

    private static void AddAttachment(StringBuilder text, string boundary, JsonObject attachment)
    {
        Line(text, $"--{boundary}");
        Line(text, $"Content-Type: {attachment.Text("contentType") ?? "application/octet-stream"}");
        Line(text, $"Content-Disposition: attachment; filename*=UTF-8''{Uri.EscapeDataString(attachment.Text("name") ?? "attachment")}");
        AddBytes(text, attachment.Text("contentBytes") ?? "");
    }

    private static void AddBytes(StringBuilder text, string base64)
    {
        Line(text, "Content-Transfer-Encoding: base64");
        Line(text, "");
        foreach (var line in base64.Chunk(76))
        {
            Line(text, new(line));
        }
    }

    private static string Addresses(JsonNode? recipients) => string.Join(", ", (recipients as JsonArray ?? [])
        .Select(one => $"<{(string?)one?["emailAddress"]?["address"]}>"));

    private static string Word(string text) => $"=?utf-8?B?{Encode(text)}?=";

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Line(StringBuilder text, string line, bool wanted = true)
    {
        if (wanted)
        {
            text.Append(line.ReplaceLineEndings(" ")).Append("\r\n");
        }
    }
}
