using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Fields;
using HocTap.Office.LocalTenant.Rest.Lists;
using HocTap.Office.LocalTenant.Rest.Rights;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Items;

/// <summary>An item as REST shows it, member for member as recorded; empty values are null, not absent.</summary>
internal static class RestItem
{
    public static RestEntity Of(RestCall call, ListRow list, ItemRow item) => new(ListEntity.ItemType(list), $"{ListEntity.Uri(list)}/Items({item.Id})", Properties(call, list, item))
    {
        Tag = item.Tag,
        Asked = new Dictionary<string, Func<JsonNode?>>
        {
            ["HasUniqueRoleAssignments"] = () => RightsTable.AreOwn(call.Db, list.Id, item.Id),
            ["FileLeafRef"] = () => list.IsLibrary ? item.Name : string.Create(CultureInfo.InvariantCulture, $"{item.Id}_.000"),
            ["FileRef"] = () => $"{call.Site.Path}/{list.Folder}/{(list.IsLibrary ? item.Path : string.Create(CultureInfo.InvariantCulture, $"{item.Id}_.000"))}",
            ["FileDirRef"] = () => $"{call.Site.Path}/{list.Folder}/{item.Directory}".TrimEnd('/'),
        },
        Joined = new Dictionary<string, Func<RestBody>>
        {
            ["RoleAssignments"] = () => RightsApi.Assignments(call, list, item.Id),
            ["Author"] = () => Principals.Entity(Principals.ById(call, Principals.App)),
            ["Editor"] = () => Principals.Entity(Principals.ById(call, Principals.App)),
        },
    };

    private static JsonObject Properties(RestCall call, ListRow list, ItemRow item)
    {
        var (fields, values) = (new JsonObject(), item.FieldValues);
        foreach (var column in ColumnsTable.All(call.Db, list).Where(column => !column.BuiltIn && column.Name != "Title"))
        {
            fields[FieldEntity.EntityName(column.Name)] = Whole(values[column.Name]);
        }
        var json = new JsonObject
        {
            ["FileSystemObjectType"] = item.IsFolder ? 1 : 0,
            ["Id"] = item.Id,
            ["ServerRedirectedEmbedUri"] = null,
            ["ServerRedirectedEmbedUrl"] = "",
            ["ContentTypeId"] = item.IsFolder ? list.FolderContentType : list.ItemContentType,
            ["Title"] = values["Title"]?.DeepClone(),
            ["OData__ColorTag"] = null,
            ["ComplianceAssetId"] = null,
        };
        foreach (var (name, value) in fields)
        {
            json[name] = value?.DeepClone();
        }
        json["ID"] = item.Id;
        json["Modified"] = item.Modified;
        json["Created"] = item.Created;
        json["AuthorId"] = Principals.App;
        json["EditorId"] = Principals.App;
        json["OData__UIVersionString"] = $"{item.Version}.0";
        if (!list.IsLibrary)
        {
            json["Attachments"] = false;
        }
        json["GUID"] = item.UniqueId;
        return json;
    }

    private static JsonNode? Whole(JsonNode? value) =>
        value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number && number.GetValue<double>() is var exact && double.IsInteger(exact) && Math.Abs(exact) < 1e15
            ? (long)exact
            : value?.DeepClone();
}
