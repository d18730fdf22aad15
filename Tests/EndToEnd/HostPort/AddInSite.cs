using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HocTap.Office.AddIn;
using HocTap.Office.AddIn.Completion;
using HocTap.Office.AddIn.Operations;
using HocTap.Office.AddIn.Pane;
using HocTap.Office.AddIn.Registers;
using HocTap.Office.AddIn.Reviews;
using HocTap.Office.AddIn.Shell;
using HocTap.Office.AddIn.SignIn;
using HocTap.Office.GraphService.Pages;
using HocTap.Office.Tests.Unit.AddIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>The library's pages over sample models, with just enough of the service's wire for the pane to meet real documents.</summary>
internal sealed partial class AddInSite : IAsyncDisposable
{
    private const string Policy =
        "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

    private readonly WebApplication app;

    private AddInSite(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.Single();

    /// <summary>What the person in the browser owes.</summary>
    public DutiesModel DutiesOf { get; set; } = SampleModels.Duties;

    /// <summary>The values the form opens with.</summary>
    public FormEditorModel Editor { get; set; } = SampleModels.Editor();

    /// <summary>The document whose detail is shown.</summary>
    public SubmissionDetailModel Detail { get; set; } = SampleModels.Detail;

    /// <summary>True while the first decision that arrives finds the document changed by somebody else.</summary>
    public bool IsStale { get; set; } = true;

    /// <summary>Every filing that arrived, in order, whether or not its answer did.</summary>
    public ConcurrentQueue<(string Key, byte[] Bytes)> Filings { get; } = new();

    /// <summary>Every filling that was asked for.</summary>
    public ConcurrentQueue<byte[]> Fillings { get; } = new();

    /// <summary>The review and administration calls that arrived: path, If-Match, body.</summary>
    public ConcurrentQueue<(string Path, string Match, string Body)> Reviews { get; } = new();

    /// <summary>True while filings arrive but their answers get lost on the way.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>The document that stands for the duty now, when it is another one than when the form was opened.</summary>
    public CurrentDocument? Current { get; set; }

    /// <summary>The drafts the service keeps, by target.</summary>
    public ConcurrentDictionary<string, (int Version, JsonElement Body)> Drafts { get; } = new();

    /// <summary>The id under which filings are received.</summary>
    public string ReceiptId { get; set; } = "01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77";

    /// <summary>The revision as which filings are received.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The state in which a stored filing is found.</summary>
    public string StoredAs { get; set; } = "submitted";

    public static async Task<AddInSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        var app = builder.Build();
        var site = new AddInSite(app);
        app.Use(async (context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            await next(context);
        });
        app.UsePageLanguage();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Repository.At("AddIn", "wwwroot")),
            RequestPath = "/_content/HocTap.Office.AddIn",
        });
        app.MapPageLanguage();
        site.MapPages();
        site.MapService();
        await app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void MapPages()
    {
        app.MapGet("/", () => Page<AddIn.SignIn.SignInPage, SignInModel>(SampleModels.SignIn));
        app.MapGet("/people", (string q) => Page<PeopleList, PeopleModel>(SampleModels.People(q)));
        app.MapGet("/pane", () => Page<PanePage, PaneModel>(new PaneModel { Shell = SampleModels.Shell(PageName.Pane, known: false) }));
        app.MapGet("/pane/duties", () => Page<Duties, DutiesModel>(DutiesOf with { Clerk = SampleModels.Clerk }));
        app.MapGet("/pane/people", (string? q) => Page<ClerkPeople, ClerkPeopleModel>(SampleModels.PeopleToFileFor(q ?? "")));
        app.MapGet("/pane/defaults", () => Page<UnitDefaultsView, UnitDefaultsModel>(SampleModels.UnitDefaults));
        app.MapGet("/pane/forms/{form}", () => Page<FormEditor, FormEditorModel>(Editor));
        app.MapGet("/pane/forms/{form}/current", () => Page<CurrentView, CurrentModel>(new CurrentModel(Current ?? Editor.Current)));
        app.MapGet("/registers", (string? q, string? group) => Page<RegistersPage, RegistersModel>(SampleModels.Registers(q == "khong" ? 0 : 12, !string.IsNullOrEmpty(group))));
        app.MapGet("/registers/{register}/rows", (string? q, string? sort, string? group, string? cursor) =>
        {
            var rows = SampleModels.Rows(q == "khong" ? 0 : 12, !string.IsNullOrEmpty(group)) with { Continued = cursor is not null };
            // A page that goes on begins with the group the last one ended in.
            rows = cursor is null ? rows : rows with { Groups = [.. rows.Groups.Reverse()] };
            return Page<RegisterRows, RegisterRowsModel>(rows with { Filter = rows.Filter with { Sort = sort ?? "" } });
        });
        app.MapGet("/registers/submissions/{id}", (Guid id) => Page<SubmissionDetail, SubmissionDetailModel>(Detail with { Id = id }));
        app.MapGet("/reviews", (string? q) => Page<ReviewsPage, ReviewsModel>(SampleModels.Reviews(q)));
        app.MapGet("/reviews/list", (string? q) => Page<ReviewLists, ReviewListsModel>(SampleModels.ReviewLists(q)));
        app.MapGet("/operations", (string? of) => Page<OperationsPage, OperationsModel>(SampleModels.Operations(of == "none")));
        app.MapGet("/operations/list", () => Page<OpenWorkList, OpenWorkModel>(SampleModels.OpenWork));
        app.MapGet("/problem", (string? passes) => Page<ProblemPage, ProblemModel>(SampleModels.Problem(passes is not null)));
        app.MapGet("/completion", (string? role, string? asOf) => Page<CompletionPage, CompletionModel>(
            role == "none" ? SampleModels.CompletionWithoutRole : SampleModels.Completion with { AsOfDay = string.IsNullOrEmpty(asOf) ? null : DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) }));
        app.MapGet("/completion/{organization}", () => Page<DrillDown, DrillDownModel>(SampleModels.DrillDown));
    }

    private static RazorComponentResult<TView> Page<TView, TModel>(TModel model)
        where TView : View<TModel>
        where TModel : class => new(new Dictionary<string, object?> { [nameof(View<>.Model)] = model });
}
