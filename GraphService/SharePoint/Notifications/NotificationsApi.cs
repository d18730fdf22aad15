using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>What Graph calls when a list has changed or a subscription needs care.</summary>
internal static class NotificationsApi
{
    private const long LargestBody = 1024 * 1024;

    /// <summary>Maps <c>POST /hooks/graph</c>: gives back the validation token as plain text; answers notifications with 202, whoever sent them, and heeds those that carry our secret.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder routes) => routes.MapPost("/hooks/graph", ReceiveAsync)
        .AllowAnonymous().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody)).WithTags("Notifications").WithSummary("Nơi Microsoft Graph báo tin thay đổi");

    private static async Task<IResult> ReceiveAsync(HttpContext context, string? validationToken, NotificationReceiver receiver)
    {
        if (validationToken is not null)
        {
            context.Response.Headers.XContentTypeOptions = "nosniff"; // it is the caller's own text
            return TypedResults.Text(validationToken, "text/plain");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            await receiver.ReceiveAsync(Notification.ReadAll(body.RootElement));
            return Results.Accepted();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }
}
