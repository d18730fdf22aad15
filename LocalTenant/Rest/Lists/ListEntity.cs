using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Items;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Rest.Views;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;

namespace HocTap.Office.LocalTenant.Rest.Lists;

/// <summary>A list as REST shows it, member for member as recorded.</summary>
internal static class ListEntity
{
    public static string Uri(ListRow list) => $"Web/Lists(guid'{list.Id}')";

    /// <summary>The OData type of its items.</summary>
    public static string ItemType(ListRow list) => $"SP.Data.{Encode(list.Name)}{(list.IsLibrary ? "Item" : "ListItem")}";

    public static RestEntity Of(RestCall call, ListRow list) => new("SP.List", Uri(list), Properties(call, list))
    {
        Asked = new Dictionary<string, Func<JsonNode?>>
        {
            ["HasUniqueRoleAssignments"] = () => RightsTable.AreOwn(call.Db, list.Id, 0),
            ["DefaultViewUrl"] = () => ViewsApi.Default(call, list).Address(list, call.Site.Path),
            ["OnQuickLaunch"] = () => false,
        },
        Joined = new Dictionary<string, Func<RestBody>>
        {
            ["Fields"] = () => FieldsApi.All(call with { Call = call.Call with { Query = new(null) } }, list),
            ["Items"] = () => RestItemsApi.First(call, list),
            ["Views"] = () => ViewsApi.All(call with { Call = call.Call with { Query = new(null) } }, list),
            ["DefaultView"] = () => ViewEntity.Of(call, list, ViewsApi.Default(call, list)),
            ["RootFolder"] = () => Folder(call, list),
            ["RoleAssignments"] = () => RightsApi.Assignments(call, list, 0),
        },
    };

    public static RestEntity Folder(RestCall call, ListRow list) => new("SP.Folder", Uri(list) + "/RootFolder", new()
    {
        ["Exists"] = true,
        ["ItemCount"] = ItemsTable.Count(call.Db, list.Id),
        ["Name"] = list.Name,
        ["ServerRelativeUrl"] = $"{call.Site.Path}/{list.Folder}",
        ["TimeCreated"] = list.Created,
        ["TimeLastModified"] = list.Modified,
        ["UniqueId"] = list.Id,
        ["WelcomePage"] = "",
    });

    private static JsonObject Properties(RestCall call, ListRow list)
    {
        const string Nobody = "00000000-0000-0000-0000-000000000000";
        var image = list.IsLibrary ? "/_layouts/15/images/itdl.png?rev=47" : "/_layouts/15/images/itgen.png?rev=47";
        return new()
        {
            ["AllowContentTypes"] = true,
            ["BaseTemplate"] = list.IsLibrary ? 101 : 100,
            ["BaseType"] = list.IsLibrary ? 1 : 0,
            ["ContentTypesEnabled"] = false,
            ["CrawlNonDefaultViews"] = false,
            ["Created"] = list.Created,
            ["CurrentChangeToken"] = new JsonObject { ["StringValue"] = ChangeToken(call, list) },
            ["DefaultContentApprovalWorkflowId"] = Nobody,
            ["DefaultItemOpenUseListSetting"] = false,
            ["Description"] = list.Description,
            ["Direction"] = "none",
            ["DisableCommenting"] = false,
            ["DisableGridEditing"] = false,
            ["DocumentTemplateUrl"] = list.IsLibrary ? $"{call.Site.Path}/{list.Folder}/Forms/template.dotx" : null,
            ["DraftVersionVisibility"] = 0,
            ["EnableAttachments"] = !list.IsLibrary,
            ["EnableFolderCreation"] = list.IsLibrary,
            ["EnableMinorVersions"] = false,
            ["EnableModeration"] = false,
            ["EnableRequestSignOff"] = true,
            ["EnableVersioning"] = true,
            ["EntityTypeName"] = Encode(list.Name) + (list.IsLibrary ? "" : "List"),
            ["ExemptFromBlockDownloadOfNonViewableFiles"] = false,
            ["FileSavePostProcessingEnabled"] = false,
            ["ForceCheckout"] = false,
            ["HasExternalDataSource"] = false,
            ["Hidden"] = false,
            ["Id"] = list.Id,
            ["ImagePath"] = new JsonObject { ["DecodedUrl"] = image },
            ["ImageUrl"] = image,
            ["DefaultSensitivityLabelForLibrary"] = "",
            ["SensitivityLabelToEncryptOnDownloadForLibrary"] = null,
            ["IrmEnabled"] = false,
            ["IrmExpire"] = false,
            ["IrmReject"] = false,
            ["IsApplicationList"] = false,
            ["IsCatalog"] = false,
            ["IsPrivate"] = false,
            ["ItemCount"] = ItemsTable.Count(call.Db, list.Id),
            ["LastItemDeletedDate"] = list.Created,
            ["LastItemModifiedDate"] = list.Modified,
            ["LastItemUserModifiedDate"] = list.Modified,
            ["ListExperienceOptions"] = 0,
            ["ListItemEntityTypeFullName"] = ItemType(list),
            ["MajorVersionLimit"] = 500,
            ["MajorWithMinorVersionsLimit"] = 0,
            ["MultipleDataList"] = false,
            ["NoCrawl"] = false,
            ["ParentWebPath"] = new JsonObject { ["DecodedUrl"] = call.Site.Path },
            ["ParentWebUrl"] = call.Site.Path,
            ["ParserDisabled"] = false,
            ["ServerTemplateCanCreateFolders"] = true,
            ["TemplateFeatureId"] = list.IsLibrary ? "00bfea71-e717-4e80-aa17-d0c71b360101" : "00bfea71-de22-43b2-a848-c05709900100",
            ["Title"] = list.Title,
        };
    }

    private static string ChangeToken(RestCall call, ListRow list) =>
        string.Create(CultureInfo.InvariantCulture, $"1;3;{list.Id};{call.Call.Now.UtcTicks};{call.Db.LastChange()}");

    private static string Encode(string name)
    {
        var encoded = new StringBuilder();
        foreach (var character in name)
        {
            _ = char.IsAsciiLetterOrDigit(character) ? encoded.Append(character) : encoded.Append(null, $"_x{(int)character:x4}_");
        }
        return encoded.ToString();
    }
}
