using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>Content is fetched from an address that needs no token of its own but lives for minutes only.</summary>
internal static class Downloads
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static GraphAnswer Redirect(GraphCall call, ItemRow item) => item.IsFile
        ? GraphAnswer.Found(Link(call, item.ContentId))
        : throw GraphError.Invalid("Only a file has content.");

    public static GraphAnswer RedirectVersion(GraphCall call, ItemRow item, string label) =>
        GraphAnswer.Found(Link(call, VersionsApi.Find(call, item, label).ContentId));

    public static string Link(GraphCall call, long? content)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{content}.{(call.Now + Lifetime).ToUnixTimeSeconds()}");
        return $"{call.Origin}/_download/{signed}.{Sign(call.Tenant, signed)}";
    }

    public static Task ServeAsync(HttpContext context, Tenant tenant, string ticket)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || Content(tenant, ticket) is not { } content)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        byte[] bytes;
        lock (tenant.Database.Gate)
        {
            bytes = FileContents.Read(tenant.Database, content);
        }
        return Results.Bytes(bytes, "application/octet-stream", enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static long? Content(Tenant tenant, string ticket)
    {
        if (ticket.Split('.') is not [var content, var until, var signature] || signature != Sign(tenant, $"{content}.{until}"))
        {
            return null;
        }
        return long.Parse(until, CultureInfo.InvariantCulture) > tenant.Clock.GetUtcNow().ToUnixTimeSeconds()
            ? long.Parse(content, CultureInfo.InvariantCulture)
            : null;
    }

    private static string Sign(Tenant tenant, string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(tenant.ClientSecret), Encoding.UTF8.GetBytes(text)));
}
