using HocTap.Office.GraphService.Defaults;
using HocTap.Office.GraphService.Fillings;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Storage;

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
