using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Builds what surrounds every page.</summary>
internal static class PageShells
{
    /// <summary>The shell of a page for a caller, or for nobody known; of no page of the navigation when <paramref name="page"/> is null.</summary>
    public static ShellModel Of(PageName? page, Caller? caller) => new()
    {
        Current = page,
        Pages = [.. Pages(caller)],
        Person = caller is null
            ? null
            : new ShellPerson(caller.Person.Code, caller.Person.FullName, caller.Directory.Organization(caller.Person.OrganizationCode)?.Name ?? ""),
    };

    private static IEnumerable<PageName> Pages(Caller? caller)
    {
        yield return PageName.Pane;
        if (caller?.HasReviews == true)
        {
            yield return PageName.Reviews;
        }

        yield return PageName.Registers;
        yield return PageName.Completion;
        if (caller?.IsAdministrator == true)
        {
            yield return PageName.Operations;
        }
    }
}
