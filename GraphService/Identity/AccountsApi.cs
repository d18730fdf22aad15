using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using static HocTap.Office.AddIn.Texts.Text;

namespace HocTap.Office.GraphService.Identity;

/// <summary>What an administrator does when somebody got a new account: the next sign-in by user principal name binds it.</summary>
internal static class AccountsApi
{
    /// <summary>Maps <c>/api/people/{person}/account</c>.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/people/{person}/account", ReleaseAsync).WithTags("People").WithSummary("Gỡ tài khoản đăng nhập đã gắn với một người");

    private static async Task<IResult> ReleaseAsync(string person, Caller caller, Database database)
    {
        if (!caller.IsAdministrator)
        {
            return new Problem.NotAllowed(T("Chỉ quản trị mới gỡ được tài khoản.")).ToHttp();
        }

        var released = await database.WriteAsync(transaction => AccountsTable.ReleaseAsync(transaction, person));
        return released ? TypedResults.NoContent() : new Problem.NotFound(T("Người này chưa gắn với tài khoản nào.")).ToHttp();
    }
}
