using System.Text.Json.Nodes;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;

namespace HocTap.Office.LocalTenant.Rest.Views;

/// <summary>A view as REST shows it, member for member as recorded.</summary>
internal static class ViewEntity
{
    public static string Uri(ViewRow view) => $"Web/Lists(guid'{view.ListId}')/Views(guid'{view.Id}')";

    public static RestEntity Of(RestCall call, ListRow list, ViewRow view) => new("SP.View", Uri(view), Properties(call, list, view))
    {
        Joined = new Dictionary<string, Func<RestBody>> { ["ViewFields"] = () => Fields(view) },
    };

    public static RestEntity Fields(ViewRow view) => new("SP.ViewFieldCollection", Uri(view) + "/ViewFields", new()
    {
        ["SchemaXml"] = string.Concat(view.FieldNames.Select(Reference)),
        ["Items"] = new JsonArray([.. view.FieldNames.Select(name => (JsonNode)name)]),
    });

    private static JsonObject Properties(RestCall call, ListRow list, ViewRow view)
    {
        var address = view.Address(list, call.Site.Path);
        var json = new JsonObject();
        Nulls(json, "Aggregations", "AggregationsStatus", "AssociatedContentTypeId", "BaseViewId", "CalendarViewStyles", "ColumnWidth");
        json["ContentTypeId"] = new JsonObject { ["StringValue"] = "0x" };
        json["CustomFormatter"] = view.Formatter;
        json["CustomOrder"] = null;
        json["DefaultView"] = view.IsDefault == 1;
        json["DefaultViewForContentType"] = false;
        json["EditorModified"] = false;
        Nulls(json, "Formats", "GridLayout");
        json["Hidden"] = view.Hidden == 1;
        json["HtmlSchemaXml"] = Schema(view, address, "ViewType2", "ViewFields", "Query", "RowLimit");
        json["Id"] = view.Id;
        json["ImageUrl"] = null;
        json["IncludeRootFolder"] = false;
        Nulls(json, "ViewJoins", "JSLink");
        json["ListViewXml"] = Schema(view, address, "Query", "ViewFields", "RowLimit", "ViewType2", "Toolbar");
        json["Method"] = null;
        json["MobileDefaultView"] = false;
        json["MobileView"] = false;
        Nulls(json, "ModerationType", "NewDocumentTemplates");
        json["OrderedView"] = false;
        json["Paged"] = view.Paged == 1;
        json["PersonalView"] = false;
        json["ViewProjectedFields"] = null;
        json["ViewQuery"] = view.Query;
        json["ReadOnlyView"] = false;
        json["RequiresClientIntegration"] = false;
        json["RowLimit"] = view.RowLimit;
        json["Scope"] = view.Scope;
        json["ServerRelativePath"] = new JsonObject { ["DecodedUrl"] = address };
        json["ServerRelativeUrl"] = address;
        json["StyleId"] = null;
        json["TabularView"] = true;
        json["Threaded"] = false;
        json["Title"] = view.Title;
        Nulls(json, "Toolbar", "ToolbarTemplateName");
        json["ViewType"] = "HTML";
        json["ViewData"] = null;
        json["ViewType2"] = "NONE";
        json["VisualizationInfo"] = null;
        return json;
    }

    private static string Schema(ViewRow view, string address, params ReadOnlySpan<string> order)
    {
        var xml = new XElement(
            "View",
            new XAttribute("Type", "HTML"),
            new XAttribute("Url", address),
            new XAttribute("Personal", "FALSE"),
            new XAttribute("DisplayName", view.Title),
            new XAttribute("DefaultView", view.IsDefault == 1 ? "TRUE" : "FALSE"),
            new XAttribute("Name", $"{{{view.Id.ToUpperInvariant()}}}"));
        if (ScopeName(view.Scope) is { } scope)
        {
            xml.Add(new XAttribute("Scope", scope));
        }
        foreach (var part in order)
        {
            xml.Add(Part(view, part));
        }
        return xml.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Part(ViewRow view, string name) => name switch
    {
        "Query" => view.Caml,
        "ViewFields" => new XElement("ViewFields", view.FieldNames.Select(field => new XElement("FieldRef", new XAttribute("Name", field)))),
        "RowLimit" => new XElement("RowLimit", new XAttribute("Paged", view.Paged == 1 ? "TRUE" : "FALSE"), view.RowLimit),
        "ViewType2" => new XElement("ViewType2", "NONE"),
        _ => new XElement(name, new XAttribute("Type", "None")),
    };

    public static string? ScopeName(long scope) => scope switch { 1 => "Recursive", 2 => "RecursiveAll", 3 => "FilesOnly", _ => null };

    private static string Reference(string name) => new XElement("FieldRef", new XAttribute("Name", name)).ToString();

    private static void Nulls(JsonObject json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json[name] = null;
        }
    }
}
