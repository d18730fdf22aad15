using Microsoft.Playwright;

namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <content>The person at the keyboard: edits the document, and Word tells of it as its platform does.</content>
internal sealed partial class WordStandIn
{
    private IPage? pane;
    private WordProfile profile = WordProfile.Of("1.6");
    private bool edited;

    /// <summary>The events that do not come, as the known issues say of one platform or another (office-js #4351, #4492, #6241).</summary>
    public HashSet<string> Missed { get; } = [];

    /// <summary>Clicks into a control.</summary>
    public async Task EnterAsync(string tag, int index = 0)
    {
        var id = Document.IdOf(tag, index);
        if (Selected == id)
        {
            return;
        }

        await LeaveAsync();
        Selected = id;
        await TellAsync("entered", id);
    }

    /// <summary>Clicks into a control and gives it another text.</summary>
    public async Task TypeAsync(string tag, string text, int index = 0)
    {
        await EnterAsync(tag, index);
        var id = Document.IdOf(tag, index);
        Document.Insert(id, text);
        edited = true;
        if (profile.TellsEachEdit)
        {
            await TellAsync("dataChanged", id);
        }
    }

    /// <summary>Clicks somewhere outside.</summary>
    public async Task LeaveAsync()
    {
        if (Selected is not { } id)
        {
            return;
        }

        Selected = null;
        if (edited && !profile.TellsEachEdit)
        {
            await TellAsync("dataChanged", id);
        }

        edited = false;
        await TellAsync("exited", id);
    }

    /// <summary>Clicks on the plus sign of a row: a new one below it, with nothing in it.</summary>
    public async Task AddRowAsync(string section, int after)
    {
        await LeaveAsync();
        var id = Document.SectionIdOf(section);
        Document.InsertItem(id, after, after + 1);
        await TellAsync("added", 0);
    }

    /// <summary>Deletes a row.</summary>
    public async Task DeleteRowAsync(string section, int index)
    {
        await LeaveAsync();
        var gone = Document.IdsInItem(Document.SectionIdOf(section), index);
        Document.DeleteItem(Document.SectionIdOf(section), index);
        foreach (var id in gone)
        {
            await TellAsync("deleted", id);
        }
    }

    /// <summary>Drags a row to another place.</summary>
    public async Task MoveRowAsync(string section, int from, int to)
    {
        await LeaveAsync();
        Document.MoveItem(Document.SectionIdOf(section), from, to);
        await TellAsync("added", 0);
    }

    // The pane's own writing is told of as well, once its call is over.
    private void TellLater(string happened, int id) => _ = TellAsync(happened, id);

    private async Task TellAsync(string happened, int id)
    {
        if (pane is { IsClosed: false } && !Missed.Contains(happened))
        {
            await pane.EvaluateAsync($"wordEvent('{happened}', {id}, [{id}])");
        }
    }
}
