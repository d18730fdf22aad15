using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>Word with one open document, for the pane in a test: what the page asks of it happens to real bytes.</summary>
internal sealed partial class WordStandIn
{
    private readonly Lock turn = new();
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

    /// <summary>True to refuse every write, as Word does for a document that is protected.</summary>
    public bool Locked { get; set; }

    /// <summary>True for a document that was opened only to be read.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True when somebody has been shown on this machine what the pane is for.</summary>
    public bool HasSeenFirstRun { get; init; }

    /// <summary>The control that holds the cursor; null when it stands elsewhere.</summary>
    public int? Selected { get; private set; }

    /// <summary>What was selected, in order, as «tag» or «tag[index]» of the control; «» for the body.</summary>
    public List<string> Selections { get; } = [];

    /// <summary>Puts Word behind a page before it loads.</summary>
    public Task AttachAsync(IPage page, string wordApi = "1.6", string language = "vi-VN") => AttachAsync(page, WordProfile.Of(wordApi), language);

    /// <summary>Puts one of the Words that people have behind a page before it loads.</summary>
    public async Task AttachAsync(IPage page, WordProfile word, string language = "vi-VN")
    {
        (pane, profile) = (page, word);
        await page.ExposeFunctionAsync("wordCall", (string call) => Answer(JsonNode.Parse(call)!.AsArray()));
        var settings = JsonSerializer.Serialize(new { sets = word.Sets, platform = word.Platform, language, readOnly = IsReadOnly });
        await page.AddInitScriptAsync($"globalThis.wordSettings = {settings};");
        if (HasSeenFirstRun)
        {
            await page.AddInitScriptAsync("localStorage.setItem('hoctap:first-run', 'true')");
        }

        await page.AddInitScriptAsync(scriptPath: Unit.AddIn.Repository.At("Tests", "EndToEnd", "WordStandIn", "word-stand-in.js"));
    }

    private string Answer(JsonArray call)
    {
        lock (turn)
        {
            return JsonSerializer.Serialize(Do(call[0]!.GetValue<string>(), call));
        }
    }

    private object? Do(string operation, JsonArray call) => operation switch
    {
        "byTag" => Document.Controls.Where(control => control.Tag == Text(call, 1)),
        "byTypes" => Document.Controls.Where(control => call[1]!.AsArray().Any(type => type!.GetValue<string>() == control.Type)),
        "bodyText" => Document.BodyText,
        "insertText" => WriteInto(Number(call, 1), () => Document.Insert(Number(call, 1), Text(call, 2))),
        "clear" => WriteInto(Number(call, 1), () => Document.Clear(Number(call, 1))),
        "setCannotEdit" => Write(() => Document.SetLock(Number(call, 1), call[2]!.GetValue<bool>())),
        "insertItem" => Write(() => Document.InsertItem(Number(call, 1), Number(call, 2), Number(call, 3))),
        "deleteItem" => Write(() => Document.DeleteItem(Number(call, 1), Number(call, 2))),
        "insertHeading" => Write(() => Document.InsertHeading(call[1]![1]!.GetValue<int>(), call[1]![2]!.GetValue<int>(), Text(call, 2))),
        "select" => Select(call[1]!.AsArray(), Text(call, 2)),
        "compare" => Selected is { } selected && call[2]![0]!.GetValue<string>() == "control" && Document.Holds(call[2]![1]!.GetValue<int>(), selected) ? "Inside" : "Unrelated",
        "getTracking" => Tracking,
        "setTracking" => Then(() => Tracking = Text(call, 1)),
        "partsOf" => Document.PartsOf(Text(call, 1)),
        "partXml" => Document.PartXml(Text(call, 1)),
        "deletePart" => Then(() => Document.DeletePart(Text(call, 1))),
        "addPart" => Then(() => Document.AddPart(XElement.Parse(Text(call, 1), LoadOptions.PreserveWhitespace))),
        "insertFile" => Write(() => Replace(Convert.FromBase64String(Text(call, 1)), call[3]?["importCustomXmlParts"]?.GetValue<bool>() == true)),
        "openNew" => Then(() => Opened.Add(Convert.FromBase64String(Text(call, 1)))),
        "openFile" => OpenFile(Number(call, 1)),
        "slice" => Convert.ToBase64String(slices[Number(call, 1)]),
        "closeFile" => Then(() => OpenFiles--),
        _ => throw new InvalidOperationException($"The pane asks Word for '{operation}', which the stand-in does not know."),
    };

    // The cursor is lost with the text that held it.
    private void Replace(byte[] file, bool withParts)
    {
        Document = WordDocument.Inserted(file, withParts);
        Selected = null;
    }

    private int OpenFile(int size)
    {
        OpenFiles++;
        SliceSizes.Add(size);
        // Small slices, so that even a small document comes in several.
        slices = [.. Document.ToBytes().Chunk(Math.Min(size, 4096))];
        return slices.Length;
    }

    private string? Select(JsonArray place, string mode)
    {
        Selected = place[0]!.GetValue<string>() == "control" && (place.Count < 3 || place[2]!.GetValue<string>() is not ("Before" or "After")) ? place[1]!.GetValue<int>() : null;
        Selections.Add(Selected is { } id ? Document.NameOf(id) + (mode == "Select" ? "" : $" {mode}") : "");
        return null;
    }

    // Word in a browser fails on the control that holds the cursor (office-js #2815).
    private string? WriteInto(int control, Action act) => profile.IsWeb && Selected == control
        ? "ArgumentOutOfRange"
        : Document.Controls.Any(one => one.Id == control && one.CannotEdit) ? "AccessDenied" : Write(() =>
        {
            act();
            TellLater("dataChanged", control);
        });

    private string? Write(Action act)
    {
        if (Locked || IsReadOnly)
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
