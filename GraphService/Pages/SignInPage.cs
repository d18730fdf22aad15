using System.Text.Json;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.AddIn.SignIn;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Views = HocTap.Office.AddIn.SignIn;

namespace HocTap.Office.GraphService.Pages;

/// <summary>The sign-in page and its search over the sample people.</summary>
internal static class SignInPage
{
    private const int MostHits = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Maps <c>/</c> and <c>/people</c>.</summary>
    public static void MapSignInPage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/", Page);
        group.MapGet("/people", People);
    }

    private static IResult Page(HttpContext context, DirectoryStore directory, IOptions<IdentityOptions> options, Caller? caller, Release release)
    {
        if (!options.Value.IsLocal)
        {
            return new RazorComponentResult<EntraPage>(new { Model = new EntraModel(PageShells.Of(PageName.SignIn, caller) with { Release = release.Name }) });
        }

        var offered = SessionApi.IsOffered(context, options.Value);
        return new RazorComponentResult<Views.SignInPage>(new
        {
            Model = new SignInModel
            {
                Shell = PageShells.Of(PageName.SignIn, caller) with { Release = release.Name },
                Personas = offered ? [.. Personas(directory.Current)] : [],
                PeopleCount = offered ? directory.Current.People.Count() : 0,
            },
        });
    }

    private static IResult People(string? q, HttpContext context, DirectoryStore directory, IOptions<IdentityOptions> options)
    {
        if (!SessionApi.IsOffered(context, options.Value))
        {
            return new Problem.NotFound("Tìm người để đăng nhập thử chỉ có trên máy cục bộ.").ToHttp();
        }

        var words = SearchText.Fold(q ?? "");
        var found = words.Length == 0 ? [] : directory.Current.People
            .Where(person => SearchText.Fold(person.FullName).Contains(words, StringComparison.Ordinal) || person.Code.Equals(q, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(person => person.FullName.Contains(q!, StringComparison.OrdinalIgnoreCase)) // not null: it folded to words
            .ThenBy(person => person.FullName, VietnameseComparer.People).ToList();
        return new RazorComponentResult<PeopleList>(new
        {
            Model = new PeopleModel { Query = q ?? "", Total = found.Count, People = [.. found.Take(MostHits).Select(person => Hit(person, directory.Current))] },
        });
    }

    private static PersonHit Hit(Person person, OfficeDirectory directory) =>
        new(person.Code, person.FullName, person.Position, directory.Organization(person.OrganizationCode)?.Name ?? "");

    private static IEnumerable<Persona> Personas(OfficeDirectory directory)
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SampleCity", "personas.json"));
        foreach (var part in JsonSerializer.Deserialize<List<Part>>(file, Json) ?? [])
        {
            if (directory.Person(part.Code) is { } person)
            {
                yield return new Persona(person.Code, person.FullName, directory.Organization(person.OrganizationCode)?.Name ?? "", part.Shows);
            }
        }
    }

    private sealed record Part(string Code, string Shows);
}
