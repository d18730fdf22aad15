using HocTap.Office.AddIn.Shell;
using HocTap.Office.GraphService.Identity;

namespace HocTap.Office.GraphService.Pages;

/// <summary>Builds what surrounds every page.</summary>
internal static class PageShells
{
    /// <summary>The shell of a page for a caller, or for nobody known.</summary>
    public static ShellModel Of(PageName page, Caller? caller) => new()
    {
        Current = page,
        Person = caller is null
            ? null
            : new ShellPerson(caller.Person.Code, caller.Person.FullName, caller.Directory.Organization(caller.Person.OrganizationCode)?.Name ?? ""),
    };
}
