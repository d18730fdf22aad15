using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Word with one open document, for the pane in a test: what the page asks of it happens to real bytes.</summary>
internal sealed class WordStandIn
{
    private byte[][] slices = [];

    /// <summary>The open document.</summary>
    public required WordDocument Document { get; set; }

    /// <summary>The documents that were opened in windows of their own.</summary>
    public List<byte[]> Opened { get; } = [];

    /// <summary>The slice sizes that were asked for.</summary>
    public List<int> SliceSizes { get; } = [];

    /// <summary>How many files were asked for and not closed again.</summary>
    public int OpenFiles { get; private set; }

    /// <summary>How the document's changes are tracked.</summary>
    public string Tracking { get; set; } = "TrackAll";

    /// <summary>The tracking mode at each time a text was written.</summary>
    public List<string> TrackingWhileWriting { get; } = [];

    /// <summary>True to refuse every write, as Word does for a document that is locked.</summary>
    public bool Locked { get; set; }

    /// <summary>Puts Word behind a page before it loads.</summary>
    public async Task AttachAsync(IPage page, string wordApi = "1.6", string language = "vi-VN")
    {
        await page.ExposeFunctionAsync("wordCall", (string call) => Answer(JsonNode.Parse(call)!.AsArray()));
        await page.AddInitScriptAsync($$"""globalThis.wordSettings = { sets: { WordApi: "{{wordApi}}" }, platform: "PC", language: "{{language}}" };""");
        await page.AddInitScriptAsync(scriptPath: Unit.AddIn.Repository.At("Tests", "EndToEnd", "HostPort", "word-stand-in.js"));
    }

    private string Answer(JsonArray call) => JsonSerializer.Serialize(Do(call[0]!.GetValue<string>(), call));

    private object? Do(string operation, JsonArray call) => operation switch
    {
        "byTag" => Document.Controls.Where(control => control.Tag == Text(call, 1)),
        "byTypes" => Document.Controls.Where(control => call[1]!.AsArray().Any(type => type!.GetValue<string>() == control.Type)),
        "bodyText" => Document.BodyText,
        "insertText" => Write(() => Document.Insert(Number(call, 1), Text(call, 2))),
        "clear" => Write(() => Document.Clear(Number(call, 1))),
        "setCannotEdit" => Then(() => Document.SetLock(Number(call, 1), call[2]!.GetValue<bool>())),
        "select" => null,
        "getTracking" => Tracking,
        "setTracking" => Then(() => Tracking = Text(call, 1)),
        "partsOf" => Document.PartsOf(Text(call, 1)),
        "deletePart" => Then(() => Document.DeletePart(Text(call, 1))),
        "addPart" => Then(() => Document.AddPart(XElement.Parse(Text(call, 1), LoadOptions.PreserveWhitespace))),
        "insertFile" => Write(() => Document = WordDocument.Inserted(Convert.FromBase64String(Text(call, 1)), call[3]?["importCustomXmlParts"]?.GetValue<bool>() == true)),
        "openNew" => Then(() => Opened.Add(Convert.FromBase64String(Text(call, 1)))),
        "openFile" => OpenFile(Number(call, 1)),
        "slice" => Convert.ToBase64String(slices[Number(call, 1)]),
        "closeFile" => Then(() => OpenFiles--),
        _ => throw new InvalidOperationException($"The pane asks Word for '{operation}', which the stand-in does not know."),
    };

    private int OpenFile(int size)
    {
        OpenFiles++;
        SliceSizes.Add(size);
        // Small slices, so that even a small document comes in several.
        slices = [.. Document.ToBytes().Chunk(Math.Min(size, 4096))];
        return slices.Length;
    }

    private string? Write(Action act)
    {
        if (Locked)
        {
            return "AccessDenied";
        }

        TrackingWhileWriting.Add(Tracking);
        return Then(act);
    }

    private static string? Then(Action act)
    {
        act();
        return null;
    }

    private static string Text(JsonArray call, int index) => call[index]!.GetValue<string>();

    private static int Number(JsonArray call, int index) => call[index]!.GetValue<int>();
}
