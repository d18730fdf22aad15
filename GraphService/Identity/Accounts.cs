using System.Security.Claims;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.Identity;

/// <summary>Finds the person behind an Entra account: by object id once it is bound, at the first sign-in by user principal name (design, section 9).</summary>
/// <remarks>Names change and are given to others; ids are not. So a name counts once, and never for a person who has an account already.</remarks>
internal sealed class Accounts(Database database, DirectoryStore directory, TimeProvider clock, ILogger<Accounts> logger)
{
    /// <summary>The person of a validated token, or <see cref="Problem.NoPerson"/>.</summary>
    public async Task<Result<Person>> PersonOfAsync(ClaimsPrincipal token)
    {
        var people = directory.Current;
        if (token.FindFirst("oid")?.Value is not { Length: > 0 } objectId)
        {
            return Unknown(people, "");
        }

        await using var connection = database.Open();
        if (await AccountsTable.PersonOfAsync(connection, objectId) is { } code)
        {
            return people.Person(code) is { } person ? person : Unknown(people, NameOf(token));
        }

        return await BindAsync(people, objectId, NameOf(token));
    }

    private async Task<Result<Person>> BindAsync(OfficeDirectory people, string objectId, string name)
    {
        var named = name.Length == 0 ? [] : people.People.Where(person => string.Equals(person.Email, name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        if (named is not [var only])
        {
            return named.Count == 0 ? Unknown(people, name) : new Problem.NoPerson($"Có nhiều người trong danh bạ cùng dùng tài khoản {name}.", WhomToAsk(people));
        }

        var bound = await database.WriteAsync(transaction => AccountsTable.TryBindAsync(transaction, objectId, only.Code, clock.GetUtcNow()));
        if (bound)
        {
            logger.AccountBound(only.Code);
            return only;
        }

        // Two first calls at once bind the same account; anything else is another account with a name that was somebody's.
        await using var connection = database.Open();
        return await AccountsTable.PersonOfAsync(connection, objectId) == only.Code
            ? only
            : new Problem.NoPerson($"Tài khoản {name} không phải là tài khoản đã gắn với người này trong danh bạ.", WhomToAsk(people));
    }

    private static Problem.NoPerson Unknown(OfficeDirectory people, string name) =>
        new(name.Length == 0 ? "Tài khoản vừa đăng nhập không có trong danh bạ." : $"Tài khoản {name} không có trong danh bạ.", WhomToAsk(people));

    private static string NameOf(ClaimsPrincipal token) => (token.FindFirst("preferred_username") ?? token.FindFirst("upn"))?.Value ?? "";

    private static string WhomToAsk(OfficeDirectory people)
    {
        var administrators = people.Roles.Where(role => role.Kind == RoleKind.Administrator).Select(role => people.Person(role.PersonCode)).OfType<Person>().DistinctBy(person => person.Code)
            .Select(person => person.Email.Length == 0 ? person.FullName : $"{person.FullName} ({person.Email})").ToList();
        return administrators.Count == 0 ? "người quản trị hệ thống của cơ quan" : string.Join(", ", administrators);
    }
}
