using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Lists;

/// <summary>The web, its site collection, and the digest forms once needed.</summary>
internal static class WebEntity
{
    private const string Library = "16.0.25626.12002";

    public static RestEntity Web(RestCall call) => new("SP.Web", "Web", new()
    {
        ["AlternateCssUrl"] = "",
        ["Created"] = call.Site.Created,
        ["Description"] = "",
        ["Id"] = call.Site.WebId,
        ["IsMultilingual"] = true,
        ["Language"] = 1033,
        ["LastItemModifiedDate"] = call.Site.Created,
        ["MasterUrl"] = $"{call.Site.Path}/_catalogs/masterpage/seattle.master",
        ["NoCrawl"] = false,
        ["ServerRelativeUrl"] = call.Site.Path,
        ["Title"] = call.Site.Name,
        ["Url"] = call.WebUrl,
        ["WebTemplate"] = "GROUP",
        ["WebTemplateConfiguration"] = "GROUP#0",
    })
    {
        Asked = new Dictionary<string, Func<JsonNode?>> { ["HasUniqueRoleAssignments"] = () => true },
        Joined = new Dictionary<string, Func<RestBody>>
        {
            ["RegionalSettings"] = () => RegionalSettings,
            ["Lists"] = () => new RestCollection([.. ListsTable.All(call.Db).Select(list => ListEntity.Of(call, list))]),
            ["RoleDefinitions"] = () => Roles.All(),
            ["AssociatedOwnerGroup"] = () => Principals.Entity(Principals.ById(call, Principals.Owners)),
            ["AssociatedMemberGroup"] = () => Principals.Entity(Principals.ById(call, Principals.Members)),
            ["AssociatedVisitorGroup"] = () => Principals.Entity(Principals.ById(call, Principals.Visitors)),
        },
    };

    // English (United States), as a new site has them.
    private static RestEntity RegionalSettings => new("SP.RegionalSettings", "Web/RegionalSettings", new()
    {
        ["AM"] = "AM",
        ["CollationLCID"] = 2070,
        ["DateFormat"] = 0,
        ["DateSeparator"] = "/",
        ["DecimalSeparator"] = ".",
        ["DigitGrouping"] = "3;0",
        ["FirstDayOfWeek"] = 0,
        ["IsEastAsia"] = false,
        ["IsRightToLeft"] = false,
        ["IsUIRightToLeft"] = false,
        ["ListSeparator"] = ",",
        ["LocaleId"] = 1033,
        ["NegativeSign"] = "-",
        ["NegNumberMode"] = 1,
        ["PM"] = "PM",
        ["PositiveSign"] = "",
        ["ShowWeeks"] = false,
        ["ThousandSeparator"] = ",",
        ["Time24"] = false,
        ["TimeMarkerPosition"] = 0,
        ["TimeSeparator"] = ":",
    })
    {
        Joined = new Dictionary<string, Func<RestBody>> { ["TimeZone"] = () => TimeZone },
    };

    private static RestEntity TimeZone => new("SP.TimeZone", "Web/RegionalSettings/TimeZone", new()
    {
        ["Description"] = "(UTC) Coordinated Universal Time",
        ["Id"] = 93,
        ["Information"] = new JsonObject { ["Bias"] = 0, ["DaylightBias"] = 0, ["StandardBias"] = 0 },
    });

    public static RestEntity Site(RestCall call) => new("SP.Site", "Site", new()
    {
        ["Classification"] = "",
        ["GroupId"] = Guid.Empty.ToString(),
        ["Id"] = call.Site.CollectionId,
        ["ReadOnly"] = false,
        ["ServerRelativeUrl"] = call.Site.Path,
        ["Url"] = call.WebUrl,
    })
    {
        Joined = new Dictionary<string, Func<RestBody>> { ["RootWeb"] = () => Web(call) },
    };

    public static RestAnswer ContextInfo(RestCall call) => RestAnswer.Ok(new RestValue("GetContextWebInformation", new JsonObject
    {
        ["FormDigestTimeoutSeconds"] = 1800,
        ["FormDigestValue"] = Digest(call),
        ["LibraryVersion"] = Library,
        ["SiteFullUrl"] = call.WebUrl,
        ["SupportedSchemaVersions"] = new JsonArray("14.0.0.0", "15.0.0.0"),
        ["WebFullUrl"] = call.WebUrl,
    }));

    // Nobody needs it who brings a bearer token; clients ask for it all the same.
    private static string Digest(RestCall call) => string.Create(
        CultureInfo.InvariantCulture, $"0x{call.Call.RequestId.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()},{call.Call.Now:dd MMM yyyy HH:mm:ss} -0000");
}
