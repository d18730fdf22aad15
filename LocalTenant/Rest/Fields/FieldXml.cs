using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Fields;

/// <summary>A column as CAML: <c>&lt;Field Type="Choice" Name="Status" …/&gt;</c>.</summary>
internal static class FieldXml
{
    public static string Write(ListRow list, Column column)
    {
        var kind = FieldKinds.Of(column);
        var xml = new XElement(
            "Field",
            new XAttribute("Type", kind.Name),
            new XAttribute("Name", column.Name),
            new XAttribute("DisplayName", column.Definition.Text("displayName") ?? column.Name),
            new XAttribute("ID", $"{{{column.Id}}}"),
            new XAttribute("Group", column.Definition.Text("columnGroup") ?? ""),
            new XAttribute("Required", Flag(column.Required)),
            new XAttribute("SourceID", $"{{{list.Id}}}"),
            new XAttribute("StaticName", column.Name));
        if (column.Indexed)
        {
            xml.Add(new XAttribute("Indexed", "TRUE"), new XAttribute("EnforceUniqueValues", Flag(column.Unique)));
        }
        if (column.Definition["choice"] is JsonObject choice)
        {
            xml.Add(new XAttribute("FillInChoice", Flag(choice.Flag("allowTextEntry"))));
            xml.Add(new XElement("CHOICES", choice["choices"]!.AsArray().Select(one => new XElement("CHOICE", one!.GetValue<string>()))));
        }
        return xml.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Reads it into the definition Graph would be sent.</summary>
    /// <param name="text">The XML.</param>
    /// <param name="keepName">True when Name is to be the internal name; else the display name is made into one.</param>
    public static JsonObject Read(string text, bool keepName)
    {
        var xml = Parse(text);
        var display = Text(xml, "DisplayName") ?? Text(xml, "Name") ?? throw RestError.Invalid("The field has no DisplayName.");
        var body = new JsonObject
        {
            ["name"] = keepName ? Text(xml, "Name") ?? display : display,
            ["displayName"] = display,
            ["description"] = Text(xml, "Description") ?? "",
            ["required"] = Is(xml, "Required"),
            ["hidden"] = Is(xml, "Hidden"),
            ["indexed"] = Is(xml, "Indexed"),
            ["enforceUniqueValues"] = Is(xml, "EnforceUniqueValues"),
        };
        var (facet, settings) = Facet(xml, FieldKinds.Named(Text(xml, "Type") ?? "Text"));
        body[facet] = settings;
        return body;
    }

    private static (string Facet, JsonObject Settings) Facet(XElement xml, FieldKind kind) => kind.Name switch
    {
        "Text" => ("text", new() { ["allowMultipleLines"] = false, ["maxLength"] = Number(xml, "MaxLength") is { } most ? (int)most : 255 }),
        "Note" => ("text", new() { ["allowMultipleLines"] = true, ["linesForEditing"] = (int)(Number(xml, "NumLines") ?? 6), ["textType"] = Is(xml, "RichText") ? "richText" : "plain" }),
        "DateTime" => ("dateTime", new() { ["format"] = Text(xml, "Format") == "DateTime" ? "dateTime" : "dateOnly", ["displayAs"] = Text(xml, "FriendlyDisplayFormat") == "Relative" ? "friendly" : "default" }),
        "Number" => ("number", Limits(xml)),
        "Boolean" => ("boolean", []),
        "Choice" or "MultiChoice" => ("choice", new()
        {
            ["allowTextEntry"] = Is(xml, "FillInChoice"),
            ["choices"] = new JsonArray([.. xml.Descendants("CHOICE").Select(one => (JsonNode)one.Value)]),
            ["displayAs"] = kind.Name == "MultiChoice" ? "checkBoxes" : Text(xml, "Format") == "RadioButtons" ? "radioButtons" : "dropDownMenu",
        }),
        _ => throw RestError.NotImplemented($"columns of type {kind.Name}"),
    };

    private static JsonObject Limits(XElement xml)
    {
        var json = new JsonObject();
        if (Number(xml, "Min") is { } least)
        {
            json["minimum"] = least;
        }
        if (Number(xml, "Max") is { } most)
        {
            json["maximum"] = most;
        }
        return json;
    }

    private static XElement Parse(string text)
    {
        try
        {
            return XElement.Parse(text);
        }
        catch (XmlException)
        {
            throw RestError.Invalid("The schema of the field is not valid XML.");
        }
    }

    private static string? Text(XElement xml, string name) => xml.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static bool Is(XElement xml, string name) => Text(xml, name)?.ToUpperInvariant() is "TRUE" or "1";

    private static double? Number(XElement xml, string name) =>
        double.TryParse(Text(xml, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Flag(bool value) => value ? "TRUE" : "FALSE";
}
