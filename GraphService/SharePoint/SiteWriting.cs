using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Writes to the site, up to twenty changes a call and strictly in their order: what comes later is not written when something before it failed, so the last may say that all is
/// done. Repeating it changes nothing.
/// </summary>
internal sealed class SiteWriting(GraphConnection graph, ListItems items, SiteMap map, KnownItems known)
{
    // Forgotten, made, found, changed: more rounds without a step ahead lead nowhere.
    private const int MostStalls = 4;

    /// <summary>Writes all changes.</summary>
    /// <exception cref="SharePointException">A change was refused; those before it are written.</exception>
    public async Task WriteAsync(SiteChanges changes, CancellationToken cancellationToken)
    {
        var (written, stalled) = (0, 0);
        while (written < changes.All.Count)
        {
            var steps = new List<SiteChange>();
            foreach (var change in changes.All.Skip(written).Take(GraphBatch.Most))
            {
                steps.Add(await KnownAsync(change));
            }

            var more = await WriteAsync(steps, cancellationToken);
            written += more;
            stalled = more > 0 ? 0 : stalled + 1;
            if (stalled >= MostStalls)
            {
                throw new SharePointException(409, "stalled", "What SharePoint finds it does not let be changed.");
            }
        }
    }

    /// <summary>Writes one item.</summary>
    /// <exception cref="SharePointException">It was refused.</exception>
    public Task PutAsync(ListSchema list, string key, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken)
    {
        var changes = new SiteChanges();
        changes.Put(list, key, fields);
        return WriteAsync(changes, cancellationToken);
    }

    /// <summary>Sets columns of one file.</summary>
    /// <exception cref="SharePointException">It was refused.</exception>
    public Task DescribeAsync(ListSchema library, StoredFile file, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken)
    {
        var changes = new SiteChanges();
        changes.Describe(library, file, fields);
        return WriteAsync(changes, cancellationToken);
    }

    // Gives how many are written; none when what stands in the way was looked up and the same is to be tried again.
    private async Task<int> WriteAsync(List<SiteChange> steps, CancellationToken cancellationToken)
    {
        var answers = await graph.BatchAsync([.. steps.Select(ToStep)], cancellationToken);
        var done = answers.TakeWhile(answer => answer.IsDone).Count();
        await known.RememberAsync([.. Enumerable.Range(0, done).Select(place => Learnt(steps[place], answers[place].Body)).OfType<KnownItem>()]);
        if (done == steps.Count)
        {
            return done;
        }

        var (refused, answer) = (steps[done], answers[done]);
        if (MayBeThere(refused, answer) && await LookUpAsync([.. steps.Skip(done).OfType<SiteChange.Item>().Where(item => item.ItemId is null)], cancellationToken))
        {
            return done;
        }

        return await WithoutAsync(refused, answer, cancellationToken) ? done : done + 1;
    }

    // What to do about a change that was refused: true when the same is to be tried again, false when it is settled.
    private async Task<bool> WithoutAsync(SiteChange refused, StepAnswer answer, CancellationToken cancellationToken)
    {
        switch (refused)
        {
            case SiteChange.Item { ItemId: not null } gone when answer.Status == 404:
                await known.ForgetAsync(map.IdOf(gone.List), gone.Key);
                return true;
            case SiteChange.File gone when answer.Status == 404:
                await MovedAsync(gone, answer, cancellationToken);
                return false;
            case SiteChange.Item { ItemId: null }:
                throw answer.ToException();
            default:
                // Setting columns may be repeated, and alone it gets all the patience of the connection; what was throttled to the end has had it.
                await AloneAsync(answer is { Status: not (429 or 503) } && answer.ToException().IsTransient ? refused : throw answer.ToException(), cancellationToken);
                return false;
        }
    }

    // Deleted, and perhaps put back: then it has another id.
    private async Task MovedAsync(SiteChange.File gone, StepAnswer answer, CancellationToken cancellationToken)
    {
        await known.ForgetAsync(map.IdOf(gone.Library), gone.Where.Path);
        if (await new LibraryFiles(graph, map, known, gone.Library).IdOfAsync(gone.Where.Path, cancellationToken) is { } id)
        {
            await AloneAsync(gone with { Where = gone.Where with { Id = id } }, cancellationToken);
        }
        else if (!gone.MayBeGone)
        {
            throw answer.ToException();
        }
    }

    // Graph's code for a broken unique column is not documented: what counts is whether the key is there now.
    private static bool MayBeThere(SiteChange change, StepAnswer answer) => change is SiteChange.Item { ItemId: null } && answer.Status is 400 or 409 or 500 or 502 or 504;

    // All at once: after a lost answer every item of the batch is there. True when the first is.
    private async Task<bool> LookUpAsync(IReadOnlyList<SiteChange.Item> made, CancellationToken cancellationToken)
    {
        var answers = await graph.BatchAsync([.. made.Select(item => items.FindStep(item.List, item.Key))], cancellationToken);
        var found = new List<KnownItem>();
        foreach (var (item, answer) in made.Zip(answers))
        {
            if (await IdAsync(item, answer, cancellationToken) is { } id)
            {
                found.Add(new KnownItem(map.IdOf(item.List), item.Key, id));
            }
        }

        await known.RememberAsync(found);
        return found.Any(one => one.ListId == map.IdOf(made[0].List) && one.Key == made[0].Key);
    }

    // An empty page need not be the last.
    private async Task<string?> IdAsync(SiteChange.Item item, StepAnswer answer, CancellationToken cancellationToken) =>
        !answer.IsDone ? throw answer.ToException()
        : ListItems.IdOfFirst(answer.Body) ?? (answer.Body.TryGetProperty("@odata.nextLink", out _) ? (await items.FindAsync(item.List, item.Key, cancellationToken))?.ItemId : null);

    private async Task AloneAsync(SiteChange change, CancellationToken cancellationToken)
    {
        var body = await graph.JsonAsync(ToStep(change), cancellationToken);
        await known.RememberAsync(Learnt(change, body) is { } learnt ? [learnt] : []);
    }

    private async Task<SiteChange> KnownAsync(SiteChange change) =>
        change is SiteChange.Item item && await known.FindAsync(map.IdOf(item.List), item.Key) is { } id ? item with { ItemId = id } : change;

    private KnownItem? Learnt(SiteChange change, JsonElement answer) => change switch
    {
        SiteChange.Item { ItemId: null } made => new(map.IdOf(made.List), made.Key, answer.GetProperty("id").GetString()!), // what was made has an id
        SiteChange.Item found => new(map.IdOf(found.List), found.Key, found.ItemId),
        _ => null,
    };

    private BatchStep ToStep(SiteChange change) => change switch
    {
        SiteChange.File file => new("PATCH", $"/drives/{map.DriveOf(file.Library)}/items/{file.Where.Id}/listItem/fields", file.Fields),
        SiteChange.Item { ItemId: { } id } item => new("PATCH", $"/sites/{map.SiteId}/lists/{map.IdOf(item.List)}/items/{id}/fields", item.Fields),
        SiteChange.Item item => new("POST", $"/sites/{map.SiteId}/lists/{map.IdOf(item.List)}/items", new { fields = item.Fields }),
        _ => throw new InvalidOperationException($"There is no change {change.GetType().Name}."),
    };
}
