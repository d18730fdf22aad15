using HocTap.Office.AddIn.Shell;
using HocTap.Office.AddIn.SignIn;
using HocTap.Office.GraphService.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace HocTap.Office.GraphService.Pages;

/// <summary>What sign-in with Entra needs beside the sign-in page: the page people are sent back to, the page of Office's dialog, the settings of the library and its files.</summary>
internal static class EntraPages
{
    /// <summary>Maps <c>/signin/…</c> where Entra is configured; else there is nothing.</summary>
    public static void MapEntraPages(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value is not { IsLocal: false } identity)
        {
            return;
        }

        var group = routes.MapGroup("/signin").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/bridge", () => new RazorComponentResult<BridgePage>());
        group.MapGet("/dialog", () => new RazorComponentResult<DialogPage>(new { Model = new EntraModel(PageShells.Of(PageName.SignIn, null)) }));
        group.MapGet("/settings", () => TypedResults.Ok(new { authority = identity.LibraryAuthority, clientId = identity.ClientId, scope = identity.Scope }));
        routes.MapSignInLibrary();
    }
}
