using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Drives;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Uploads;

/// <summary>Files in pieces: a session is made with a token, its address then needs none.</summary>
internal static class UploadSessionsApi
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static GraphAnswer ByPath(GraphCall call, ListRow library, string parent, string path)
    {
        var (folder, name) = UploadsApi.Place(call, library, parent, path);
        return Create(call, library, folder, name, "replace");
    }

    /// <summary>A new version of a file that is there.</summary>
    public static GraphAnswer ById(GraphCall call, ListRow library, ItemRow item) =>
        Create(call, library, ItemsTable.ById(call.Db, library.Id, ItemsApi.RequireFile(item).Parent ?? 0) ?? throw GraphError.NotFound(), item.Name, "replace");

    /// <summary>What the address of a session answers.</summary>
    public static GraphAnswer Handle(GraphCall call, string id)
    {
        UploadSessionsTable.Sweep(call.Db, call.Now);
        var session = UploadSessionsTable.ById(call.Db, id) ?? throw GraphError.NotFound("The upload session was not found");
        return call.Method switch
        {
            "GET" => GraphAnswer.Ok(Show(call, session)),
            "PUT" => Take(call, session),
            "POST" => Finish(call, session, session.Name, session.Behavior),
            "DELETE" => Cancel(call, session),
            _ => throw GraphError.NotImplemented($"{call.Method} of an upload session"),
        };
    }

    /// <summary>PUT of a driveItem into a folder, with the address of a session as its source: the way out of a conflict.</summary>
    public static GraphAnswer Redirect(GraphCall call, ListRow library, ItemRow folder)
    {
        var body = call.Json();
        var source = body.Text("@microsoft.graph.sourceUrl") ?? throw GraphError.NotImplemented("PUT of a drive item without @microsoft.graph.sourceUrl");
        var session = UploadSessionsTable.ById(call.Db, source[(source.LastIndexOf('/') + 1)..]) ?? throw GraphError.NotFound("The upload session was not found");
        if (!folder.IsFolder || session.ListId != library.Id)
        {
            throw GraphError.Invalid("An upload session can only be redirected into a folder of its drive.");
        }
        return Finish(call, session with { Parent = folder.Id }, body.Text("name") ?? session.Name, Behavior(body, session.Behavior));
    }

    private static GraphAnswer Create(GraphCall call, ListRow library, ItemRow folder, string name, string byDefault)
    {
        var body = call.Body.IsEmpty ? [] : call.Json();
        var item = body["item"] as JsonObject ?? [];
        var session = new UploadSession
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            ListId = library.Id,
            Parent = folder.Id,
            Name = item.Text("name") ?? name,
            Behavior = Behavior(item, byDefault),
            Deferred = body.Flag("deferCommit") ? 1 : 0,
            Expires = Stamp.Of(call.Now + Lifetime),
        };
        FileNames.Check(call, library, folder, session.Name);
        if (session.Behavior == "fail" && ItemsTable.Child(call.Db, folder, session.Name) is not null)
        {
            throw GraphError.NameExists("The specified item name already exists.");
        }
        UploadSessionsTable.Add(call.Db, session);
        var json = Show(call, session);
        json.Insert(0, "uploadUrl", $"{call.Origin}/_upload/{session.Id}");
        return GraphAnswer.Ok(json);
    }

    private static string Behavior(JsonObject json, string byDefault) => json.Text("@microsoft.graph.conflictBehavior") switch
    {
        null => byDefault,
        "fail" or "replace" or "rename" => json.Text("@microsoft.graph.conflictBehavior")!, // one of the three just named
        var other => throw GraphError.Invalid($"The conflict behavior '{other}' is not known."),
    };

    private static GraphAnswer Take(GraphCall call, UploadSession session)
    {
        var (start, total) = UploadRanges.Check(call, session, UploadSessionsTable.Ranges(call.Db, session.Id));
        UploadSessionsTable.AddRange(call.Db, session, start, call.Body.ToArray(), total);
        var taken = session with { Total = total };
        return IsWhole(call, taken) && session.Deferred == 0
            ? Finish(call, taken, session.Name, session.Behavior)
            : GraphAnswer.Accepted(Show(call, taken));
    }

    // A taken name refuses the file but keeps the pieces: the caller may redirect them.
    private static GraphAnswer Finish(GraphCall call, UploadSession session, string name, string behavior)
    {
        if (!IsWhole(call, session))
        {
            throw GraphError.Invalid("The upload session still lacks some ranges.");
        }
        var library = ListsTable.ById(call.Db, session.ListId)!; // the table refers to it
        var folder = ItemsTable.ById(call.Db, library.Id, session.Parent) ?? throw GraphError.NotFound();
        if (behavior == "fail" && ItemsTable.Child(call.Db, folder, name) is not null)
        {
            return GraphAnswer.Refused(Conflict(), call);
        }
        var answer = UploadsApi.Put(call, library, folder, new(name, behavior, UploadSessionsTable.Content(call.Db, session.Id)));
        UploadSessionsTable.Delete(call.Db, session.Id);
        return answer;
    }

    private static GraphAnswer Cancel(GraphCall call, UploadSession session)
    {
        UploadSessionsTable.Delete(call.Db, session.Id);
        return GraphAnswer.NoContent();
    }

    private static bool IsWhole(GraphCall call, UploadSession session) =>
        session.Total is { } total && UploadRanges.Expected(UploadSessionsTable.Ranges(call.Db, session.Id), total).Count == 0;

    private static JsonObject Show(GraphCall call, UploadSession session) => new()
    {
        ["expirationDateTime"] = session.Expires,
        ["nextExpectedRanges"] = new JsonArray([.. UploadRanges.Expected(UploadSessionsTable.Ranges(call.Db, session.Id), session.Total).Select(range => (JsonNode)range)]),
    };

    private static GraphError Conflict() => GraphError.NameExists(
        "Another file exists with the same name as the uploaded session. You can redirect the upload session to use a new filename by calling PUT with the new metadata and @microsoft.graph.sourceUrl attribute.");
}
