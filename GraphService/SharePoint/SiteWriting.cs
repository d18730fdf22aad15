using System.Text.Json;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// Writes to the site, up to twenty changes a call and strictly in their order: what comes later is not written when something before it failed, so the last may say that all is
/// done. Repeating it changes nothing.
/// </summary>
internal sealed class SiteWriting(GraphConnection graph, ListItems items, SiteMap map, KnownItems known)
{
    /// <summary>Writes all changes.</summary>
    /// <exception cref="SharePointException">A change was refused; those before it are written.</exception>
    public async Task WriteAsync(SiteChanges changes, CancellationToken cancellationToken)
    {
        var written = 0;
        while (written < changes.All.Count)
        {
            var steps = new List<SiteChange>();
            foreach (var change in changes.All.Skip(written).Take(GraphBatch.Most))
            {
                steps.Add(await KnownAsync(change));
            }

            written += await WriteAsync(steps, cancellationToken);
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
    public Task DescribeAsync(ListSchema library, string fileId, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellationToken)
    {
        var changes = new SiteChanges();
        changes.Describe(library, fileId, fields);
        return WriteAsync(changes, cancellationToken);
    }

    // Gives how many are written: up to the first that needed a call of its own, and that one.
    private async Task<int> WriteAsync(List<SiteChange> steps, CancellationToken cancellationToken)
    {
        var answers = await graph.BatchAsync([.. steps.Select(ToStep)], cancellationToken);
        var done = answers.TakeWhile(answer => answer.IsDone).Count();
        var learnt = Enumerable.Range(0, done).Select(place => Learnt(steps[place], answers[place].Body)).OfType<KnownItem>().ToList();
        await known.RememberAsync(learnt);
        if (done == steps.Count)
        {
            return done;
        }

        await ResolveAsync(steps[done], answers[done], cancellationToken);
        return done + 1;
    }

    private async Task ResolveAsync(SiteChange change, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (await AnotherWayAsync(change, answer, cancellationToken) is not { } other)
        {
            throw answer.ToException();
        }

        var body = await graph.JsonAsync(ToStep(other), cancellationToken);
        await known.RememberAsync(Learnt(other, body) is { } learnt ? [learnt] : []);
    }

    // Graph's code for a broken unique column is not documented: what counts is whether the key is there now. Setting columns may be repeated, and alone it gets all the patience
    // of the connection.
    private async Task<SiteChange?> AnotherWayAsync(SiteChange change, StepAnswer answer, CancellationToken cancellationToken) => change switch
    {
        SiteChange.Item { ItemId: null } item when answer.Status is 400 or 409 or 500 or 502 or 504 =>
            await items.FindAsync(item.List, item.Key, cancellationToken) is { } existing ? item with { ItemId = existing.ItemId } : null,
        SiteChange.Item { ItemId: not null } item when answer.Status == 404 => item with { ItemId = null },
        SiteChange.Item { ItemId: null } => null,
        _ => answer.ToException().IsTransient ? change : null,
    };

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
        SiteChange.File file => new("PATCH", $"/drives/{map.DriveOf(file.Library)}/items/{file.FileId}/listItem/fields", file.Fields),
        SiteChange.Item { ItemId: { } id } item => new("PATCH", $"/sites/{map.SiteId}/lists/{map.IdOf(item.List)}/items/{id}/fields", item.Fields),
        SiteChange.Item item => new("POST", $"/sites/{map.SiteId}/lists/{map.IdOf(item.List)}/items", new { fields = item.Fields }),
        _ => throw new InvalidOperationException($"There is no change {change.GetType().Name}."),
    };
}
