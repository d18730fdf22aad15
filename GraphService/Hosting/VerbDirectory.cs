using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.OwnTemplates;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>Where verbs take campaigns and directory from: the files that are named, else the read model in the data directory.</summary>
internal static class VerbDirectory
{
    /// <summary>The directory of a call.</summary>
    /// <returns>400 when no files are named and the service has never run over this data directory.</returns>
    public static Result<FillDirectory> Of(VerbCall call)
    {
        if (call.Arguments.Option("campaigns") is { } campaigns)
        {
            return FillDirectory.FromFiles(campaigns, call.Arguments.Option("people"), call.Arguments.Option("organizations"));
        }

        return Stored(call.Services) is { } stored
            ? stored
            : new Problem.Malformed("Thư mục dữ liệu chưa có gì. Hãy chạy dịch vụ một lần, nêu --Data:Directory, hoặc nêu --campaigns TỆP.json.");
    }

    /// <summary>The same for verbs that need none: what is named must be good, what is stored is taken where there is any.</summary>
    public static Result<FillDirectory> IfAny(VerbCall call) => call.Arguments.Option("campaigns") is null ? Stored(call.Services) ?? FillDirectory.Empty : Of(call);

    /// <summary>The same with the templates that organizations registered; where files are named nobody registered any.</summary>
    public static async Task<FillDirectory> WithTemplatesAsync(VerbCall call, FillDirectory known, Campaign campaign, FormDefinition form) => call.Arguments.Option("campaigns") is null
        ? known with { Templates = await call.Services.GetRequiredService<TemplateStore>().ChoiceAsync(known.Directory, campaign, form) }
        : known;

    /// <summary>The directory of the read model; null when there is none. Looking for it makes nothing.</summary>
    public static FillDirectory? Stored(IServiceProvider services) => Database.ExistsIn(services.GetRequiredService<DataDirectory>())
        ? new FillDirectory(services.GetRequiredService<DirectoryStore>().Current, KnowsEverybody: true) { Defaults = DefaultsOf(services.GetRequiredService<Database>()) }
        : null;

    private static IReadOnlyList<UnitDefaults> DefaultsOf(Database database)
    {
        using var connection = database.Open();
        return DefaultsTable.All(connection);
    }
}
