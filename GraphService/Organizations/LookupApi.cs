using HocTap.Office.GraphService.Identity;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Organizations;

/// <summary>Looking organizations and people up within the caller's scope, for filing on behalf and for filters.</summary>
internal static class LookupApi
{
    private const int Most = 50;

    /// <summary>Maps <c>/api/organizations</c> and <c>/api/people</c>.</summary>
    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Lookup");
        group.MapGet("/organizations", Organizations).WithSummary("Tìm tổ chức trong phạm vi của mình");
        group.MapGet("/people", People).WithSummary("Tìm người trong phạm vi của mình, để lập và nộp thay");
    }

    /// <summary>The people a caller may look up whose name, code or position fits: exact diacritics first, then by given name.</summary>
    public static IReadOnlyList<Person> Find(Caller caller, string? query, string? organization)
    {
        var words = SearchText.Fold(query ?? "");
        return [.. caller.Directory.People
            .Where(person => caller.Directory.Organization(person.OrganizationCode) is { } its
                && (string.IsNullOrEmpty(organization) || caller.Directory.IsWithin(its, organization)) && caller.MayKnow(its, person))
            .Where(person => words.Length == 0 || SearchText.Fold($"{person.FullName} {person.Code} {person.Position}").Contains(words, StringComparison.Ordinal))
            .OrderByDescending(person => words.Length > 0 && person.FullName.Contains(query!, StringComparison.OrdinalIgnoreCase)) // it folded to words, so it is not null
            .ThenBy(person => person.FullName, VietnameseComparer.People).ThenBy(person => person.Code, StringComparer.Ordinal)];
    }

    private static IResult Organizations(string? q, Caller caller)
    {
        var words = SearchText.Fold(q ?? "");
        var found = caller.Directory.Organizations.Where(organization => caller.MayKnow(organization, null))
            .Where(organization => SearchText.Fold($"{organization.Name} {organization.Code}").Contains(words, StringComparison.Ordinal))
            .OrderBy(organization => organization.Name, VietnameseComparer.Text).ToList();
        return TypedResults.Ok(new
        {
            total = found.Count,
            items = found.Take(Most).Select(organization => new { code = organization.Code, name = organization.Name, kind = organization.Kind, parent = organization.ParentCode }),
        });
    }

    private static IResult People(string? q, string? organization, Caller caller)
    {
        var found = Find(caller, q, organization);
        return TypedResults.Ok(new
        {
            total = found.Count,
            items = found.Take(Most).Select(person => new
            {
                code = person.Code,
                fullName = person.FullName,
                position = person.Position,
                organization = person.OrganizationCode,
                organizationName = caller.Directory.Organization(person.OrganizationCode)?.Name ?? "",
            }),
        });
    }
}
