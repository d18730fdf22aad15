using System.Linq.Expressions;
using System.Net.Http.Headers;
using Azure.Core;
using PnP.Core;
using PnP.Core.Model.Security;
using PnP.Core.Model.SharePoint;
using PnP.Core.QueryModel;
using PnP.Core.Services;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Views, formatting and permissions of lists by PnP.Core; compiled only with <c>-p:UsePnPCore=true</c>, and then used instead of <see cref="SharePointRest"/>.</summary>
internal sealed class PnpLists(Func<TokenCredential> credential, Uri site) : INativeLists, IDisposable
{
    // PnP.Core takes https addresses only; the embedded tenant listens on plain http, on loopback.
    private readonly Uri secured = new UriBuilder(site) { Scheme = Uri.UriSchemeHttps }.Uri;
    private readonly Token token = new(credential());
    private readonly ServiceProvider services = Services(site.Scheme);

    public Task<IReadOnlyList<NativeView>> ViewsAsync(string listId, CancellationToken cancellationToken) => OnAsync<IReadOnlyList<NativeView>>(async context => [.. (await ListAsync(context, listId, WithColumns)).Views.AsRequested().Select(ToView)], cancellationToken);

    public Task<string> AddViewAsync(string listId, string title, CancellationToken cancellationToken) => OnAsync(async context =>
        {
            var view = await (await ListAsync(context, listId, list => list.Title)).Views.AddAsync(new ViewOptions { Title = title, Paged = true, ViewFields = [], ViewTypeKind = ViewTypeKind.Html });
            return view.Id.ToString();
        },
        cancellationToken);

    public Task SetViewAsync(string listId, string viewId, NativeView wanted, CancellationToken cancellationToken) => OnAsync(async context =>
        {
            // Without its columns: PnP.Core would send them along, and SharePoint changes them only one by one.
            var list = await ListAsync(context, listId, list => list.Views.QueryProperties(view => view.Title));
            var view = list.Views.AsRequested().First(view => view.Id == Guid.Parse(viewId));
            (view.Title, view.ViewQuery, view.RowLimit, view.Paged) = (wanted.Title, wanted.Query, wanted.Rows, true);
            (view.Scope, view.CustomFormatter) = (wanted.Recursive ? ViewScope.Recursive : default, wanted.Format);
            await view.UpdateAsync();
            var shown = (await ListAsync(context, listId, WithColumns)).Views.AsRequested().First(shown => shown.Id == view.Id).ViewFields.Items;
            foreach (var column in shown.ToList())
            {
                await view.RemoveViewFieldAsync(column);
            }
            foreach (var column in wanted.Columns)
            {
                await view.AddViewFieldAsync(column);
            }
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> FormatsAsync(string listId, CancellationToken cancellationToken) => OnAsync<IReadOnlyDictionary<string, string>>(
        async context => (await FieldsAsync(context, listId)).Where(field => !string.IsNullOrEmpty(field.CustomFormatter))
            .ToDictionary(field => field.InternalName, field => field.CustomFormatter, StringComparer.Ordinal),
        cancellationToken);

    public Task FormatAsync(string listId, string column, string json, CancellationToken cancellationToken) => OnAsync(async context =>
        {
            var field = (await FieldsAsync(context, listId)).First(field => field.InternalName == column);
            field.CustomFormatter = json;
            await field.UpdateAsync();
            return true;
        },
        cancellationToken);

    public Task<bool> IsClosedAsync(string listId, CancellationToken cancellationToken) => OnAsync(async context =>
        {
            var list = await ListAsync(context, listId, list => list.HasUniqueRoleAssignments, list => list.RoleAssignments.QueryProperties(one => one.PrincipalId));
            var (owners, others) = await GroupsAsync(context);
            var having = list.RoleAssignments.AsRequested().Select(one => one.PrincipalId).ToHashSet();
            return list.HasUniqueRoleAssignments && having.Contains(owners) && !having.Overlaps(others);
        },
        cancellationToken);

    public Task CloseAsync(string listId, CancellationToken cancellationToken) => OnAsync(async context =>
        {
            var list = await ListAsync(context, listId, list => list.HasUniqueRoleAssignments);
            if (!list.HasUniqueRoleAssignments)
            {
                await list.BreakRoleInheritanceAsync(false, false);
            }
            var (owners, others) = await GroupsAsync(context);
            await list.LoadAsync(list => list.RoleAssignments.QueryProperties(one => one.PrincipalId, one => one.RoleDefinitions.QueryProperties(role => role.Id, role => role.Name)));
            foreach (var assignment in list.RoleAssignments.AsRequested().Where(one => others.Contains(one.PrincipalId)).ToList())
            {
                foreach (var role in assignment.RoleDefinitions.AsRequested().ToList())
                {
                    await list.RemoveRoleDefinitionAsync(assignment.PrincipalId, role);
                }
            }
            await list.AddRoleDefinitionAsync(owners, (await QueryableExtensions.ToListAsync(context.Web.RoleDefinitions)).First(role => role.RoleTypeKind == RoleType.Administrator));
            return true;
        },
        cancellationToken);

    public void Dispose() => services.Dispose();

    private static ServiceProvider Services(string scheme) => new ServiceCollection().AddLogging()
        .ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new SchemeHandler(scheme)))
        .AddPnPCore(options => options.DisableTelemetry = true).Services.BuildServiceProvider();

    private static Expression<Func<IList, object>> WithColumns => list => list.Views.QueryProperties(view => view.All, view => view.ViewFields);

    private static async Task<IList> ListAsync(IPnPContext context, string listId, params Expression<Func<IList, object>>[] with) =>
        await context.Web.Lists.GetByIdAsync(Guid.Parse(listId), with) ?? throw new SharePointException(404, "", $"There is no list {listId}.");

    private static async Task<IEnumerable<IField>> FieldsAsync(IPnPContext context, string listId) =>
        (await ListAsync(context, listId, list => list.Fields.QueryProperties(field => field.InternalName, field => field.CustomFormatter))).Fields.AsRequested();

    private static async Task<(int Owners, int[] Others)> GroupsAsync(IPnPContext context)
    {
        var web = await context.Web.GetAsync(web => web.AssociatedOwnerGroup, web => web.AssociatedMemberGroup, web => web.AssociatedVisitorGroup);
        return (web.AssociatedOwnerGroup.Id, [web.AssociatedMemberGroup.Id, web.AssociatedVisitorGroup.Id]);
    }

    private static NativeView ToView(IView view) => new(
        view.Id.ToString(), Path.GetFileNameWithoutExtension(view.ServerRelativeUrl), view.Title, [.. view.ViewFields.Items], view.ViewQuery ?? "", view.RowLimit, view.Scope == ViewScope.Recursive, view.CustomFormatter ?? "");

    private async Task<T> OnAsync<T>(Func<IPnPContext, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            using var context = await services.GetRequiredService<IPnPContextFactory>().CreateAsync(secured, token, cancellationToken, new PnPContextOptions { SiteUriCasingIsCorrect = true });
            return await work(context);
        }
        catch (ServiceException refused)
        {
            var error = refused.Error as ServiceError;
            throw new SharePointException(error?.HttpResponseCode ?? 0, error?.Code ?? "", error?.Message ?? refused.Message);
        }
    }

    private sealed class SchemeHandler(string scheme) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = scheme }.Uri; // always set
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Token(TokenCredential credential) : IAuthenticationProvider
    {
        public async Task AuthenticateRequestAsync(Uri resource, HttpRequestMessage request) =>
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetAccessTokenAsync(resource));

        public Task<string> GetAccessTokenAsync(Uri resource) => GetAccessTokenAsync(resource, [$"{resource.GetLeftPart(UriPartial.Authority)}/.default"]);

        public async Task<string> GetAccessTokenAsync(Uri resource, string[] scopes) => (await credential.GetTokenAsync(new TokenRequestContext(scopes), CancellationToken.None)).Token;
    }
}
