using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Lists;

namespace HocTap.Office.LocalTenant.Columns;

/// <summary>The columns SharePoint gives every list. Only Title is a caller's to write.</summary>
internal static class BuiltInColumns
{
    private static readonly JsonObject ShortText = new() { ["allowMultipleLines"] = false, ["appendChangesToExistingText"] = false, ["linesForEditing"] = 0, ["maxLength"] = 255 };

    /// <summary>Made for each list and then kept with its own, so that an administrator can index or rename it.</summary>
    public static JsonObject Title(bool library) => Define("Title", "Title", "text", ShortText, readOnly: false, required: !library);

    public static IEnumerable<Column> Of(ListRow list) => list.IsLibrary ? [.. Common, .. OfLibraries] : [.. Common, .. OfLists];

    private static readonly Column[] Common =
    [
        Fixed("1d22ea11-1e32-424e-89ab-9fedbadb6ce1", "ID", "ID", "number"),
        Fixed("c042a256-787d-4a6f-8a8a-cf6ab767f12d", "ContentType", "Content Type", "text"),
        Fixed("28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f", "Modified", "Modified", "dateTime"),
        Fixed("8c06beca-0777-48f7-91c7-6da68bc07b69", "Created", "Created", "dateTime"),
        Fixed("1df5e554-ec7e-46a6-901d-d85a3881cb18", "Author", "Created By", "personOrGroup"),
        Fixed("d31655d1-1d5b-4511-95a1-7a09e9b75bf2", "Editor", "Modified By", "personOrGroup"),
        Fixed("dce8262a-3ae9-45aa-aab4-83bd75fb738a", "_UIVersionString", "Version", "text"),
    ];

    private static readonly Column[] OfLists = [Fixed("67df98f4-9dec-48ff-a553-29bece9c5bf4", "Attachments", "Attachments", "boolean")];

    private static readonly Column[] OfLibraries =
    [
        Fixed("8553196d-ec8d-4564-9861-3dbe931050c8", "FileLeafRef", "Name", "text"),
        Fixed("56605df6-8fa1-47e4-a04c-5b384d59609f", "FileDirRef", "Path", "text"),
        Fixed("94f89715-e097-4e8b-ba79-ea02aa8b7adb", "FileRef", "URL Path", "text"),
        Fixed("78a07ba4-bda8-4357-9e0f-580d64487583", "FileSizeDisplay", "File Size", "text"),
        Fixed("081c6e4c-5c14-4f20-b23e-1a71ceb6a67c", "DocIcon", "Type", "text"),
    ];

    private static Column Fixed(string id, string name, string displayName, string facet) =>
        new(id, name, Define(name, displayName, facet, [], readOnly: true, required: false)) { BuiltIn = true };

    private static JsonObject Define(string name, string displayName, string facet, JsonObject settings, bool readOnly, bool required) => new()
    {
        ["columnGroup"] = "_Hidden",
        ["description"] = "",
        ["displayName"] = displayName,
        ["enforceUniqueValues"] = false,
        ["hidden"] = false,
        ["indexed"] = false,
        ["name"] = name,
        ["readOnly"] = readOnly,
        ["required"] = required,
        [facet] = settings.DeepClone(),
    };
}
