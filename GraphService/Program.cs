using System.Text.Encodings.Web;
using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Completion;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Drafts;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.Hosting;
using HocTap.Office.GraphService.Identity;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Pages;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Registers;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Verbs.WithoutFlags(args), ContentRootPath = AppContext.BaseDirectory });
builder.ListenOnLoopback();
builder.QuietForVerbs(args);
builder.WebHost.UseStaticWebAssets();

// What every slice rests on.
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<DataDirectory>().AddSingleton<Database>();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
builder.Services.AddProblems();
builder.Services.AddOpenApi();

// The slices.
builder.Services.AddSignIn(builder.Configuration);
builder.Services.AddSharePoint(builder.Configuration);
builder.Services.AddOutbox();
builder.Services.AddForms();
builder.Services.AddOwnTemplates();
builder.Services.AddSubmissions();
builder.Services.AddCompletion();
builder.Services.AddPages();

var app = builder.Build();
if (await app.RunVerbAsync(args) is { } exitCode)
{
    return exitCode;
}

app.UsePageLanguage();
app.UseProblems();
app.UseReadiness();
app.UsePages();
app.UseAuthentication();
app.UseAuthorization();

app.MapHealth();
app.MapNotifications();
app.MapOpenApi().AllowAnonymous();
app.MapSession();
app.MapMe();
app.MapAccounts();
app.MapLookup();
app.MapCampaigns();
app.MapForms();
app.MapOwnTemplates();
app.MapDrafts();
app.MapDefaults();
app.MapSubmissions();
app.MapDecisions();
app.MapRegisters();
app.MapCompletion();
app.MapOutbox();
app.MapPages();

await app.RunAsync();
return 0;
