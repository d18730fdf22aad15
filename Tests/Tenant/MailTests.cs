using Microsoft.Graph.Models;

namespace HocTap.Office.Tests.Tenant;

[TestClass]
[DoNotParallelize]
public sealed class MailTests : TenantTests
{
    [TestMethod]
    public async Task A_sent_message_is_dropped_as_a_file()
    {
        await using var app = await TenantApp.StartAsync(Token);
        var message = new Message
        {
            Subject = "Nhắc việc",
            Body = new() { ContentType = BodyType.Html, Content = "<p>Đến hạn</p>" },
            ToRecipients = [new() { EmailAddress = new() { Address = "a@lamkieu.example" } }],
        };

        await app.Graph.Users["vanphong@lamkieu.example"].SendMail.PostAsync(new() { Message = message, SaveToSentItems = false }, cancellationToken: Token);
        var file = Directory.GetFiles(Path.Combine(app.Folder, "mail"), "*.eml").Single();
        var text = await File.ReadAllTextAsync(file, Token);

        Assert.Contains("To: <a@lamkieu.example>", text);
        Assert.Contains(Convert.ToBase64String("<p>Đến hạn</p>"u8), text);
    }

    [TestMethod]
    public async Task A_user_is_the_same_by_address_and_by_id()
    {
        await using var app = await TenantApp.StartAsync(Token);

        var byAddress = await app.Graph.Users["a@lamkieu.example"].GetAsync(cancellationToken: Token);
        var byId = await app.Graph.Users[byAddress!.Id!].GetAsync(cancellationToken: Token);

        Assert.AreEqual("a@lamkieu.example", byId!.Mail);
        await RefusedAsync(404, "Request_ResourceNotFound", () => app.Graph.Users["nobody"].GetAsync(cancellationToken: Token));
    }
}
