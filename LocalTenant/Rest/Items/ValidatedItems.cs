using System.Globalization;
using System.Text.Json.Nodes;
using HocTap.Office.LocalTenant.Columns;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Rest.Wire;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Rest.Items;

/// <summary>
/// AddValidateUpdateItemUsingPath and ValidateUpdateListItem: values as a person would type them, and an answer that is
/// always 200; whether anything was saved stands in <c>HasException</c> of each field. All is saved or nothing.
/// </summary>
internal static class ValidatedItems
{
    private const long Refused = -2146232832;

    private sealed record Outcome(string Name, string Value, string? Error, long Code = 0)
    {
        public JsonObject ToJson(long item) => new()
        {
            ["ErrorCode"] = Code,
            ["ErrorMessage"] = Error,
            ["FieldName"] = Name,
            ["FieldValue"] = Value,
            ["HasException"] = Error is not null,
            ["ItemId"] = item,
        };
    }

    public static RestAnswer Add(RestCall call, ListRow list)
    {
        if (list.IsLibrary || call.Body("listItemCreateInfo")["UnderlyingObjectType"]?.GetValue<int>() == 1)
        {
            throw RestError.NotImplemented("folders and files made by AddValidateUpdateItemUsingPath");
        }
        var (outcomes, fields) = Read(call, list, []);
        long added = 0;
        if (outcomes.TrueForAll(outcome => outcome.Error is null))
        {
            var blank = ItemsTable.Blank(list, 0, "item", call.Call.Now) with { Fields = Json.Write(fields) };
            added = Saved(outcomes, call, () => ItemWriting.Add(call.Call, list, blank).Id);
        }
        outcomes.Add(new("Id", added.ToString(CultureInfo.InvariantCulture), null));
        return Answer(outcomes, 0);
    }

    public static RestAnswer Change(RestCall call, ListRow list, ItemRow item)
    {
        call.Expect(item.Tag);
        var (outcomes, fields) = Read(call, list, item.FieldValues);
        if (outcomes.TrueForAll(outcome => outcome.Error is null))
        {
            Saved(outcomes, call, () => ItemWriting.Save(call.Call, list, item with { Fields = Json.Write(fields) }).Id);
        }
        return Answer(outcomes, item.Id);
    }

    // A value that must be unique is refused in the same friendly way, by its field.
    private static long Saved(List<Outcome> outcomes, RestCall call, Func<long> save)
    {
        try
        {
            return call.Db.Atomically(save);
        }
        catch (GraphError error) when (error.Message == GraphError.Duplicate().Message)
        {
            outcomes[0] = outcomes[0] with { Error = error.Message, Code = Refused };
            return 0;
        }
    }

    private static (List<Outcome> Outcomes, JsonObject Fields) Read(RestCall call, ListRow list, JsonObject present)
    {
        var (columns, fields) = (ColumnsTable.All(call.Db, list), present);
        var outcomes = new List<Outcome>();
        foreach (var sent in call.Body()["formValues"] as JsonArray ?? [])
        {
            var (name, value) = (sent!.AsObject().Text("FieldName") ?? "", sent.AsObject().Text("FieldValue") ?? "");
            outcomes.Add(Put(fields, columns.FirstOrDefault(column => column.Name == name), name, value));
        }
        return (outcomes, fields);
    }

    private static Outcome Put(JsonObject fields, Column? column, string name, string value)
    {
        if (column is null or { ReadOnly: true })
        {
            // As recorded: the value itself stands where the message should.
            return new(name, value, value);
        }
        try
        {
            fields.Remove(name);
            if (value.Length > 0 && FieldValue.Normalize(column, Typed(column, value)) is { } normal)
            {
                fields[name] = normal;
            }
            return new(name, value, null);
        }
        catch (GraphError)
        {
            return new(name, value, Message(column), Refused);
        }
    }

    private static JsonNode Typed(Column column, string value) => column.Kind switch
    {
        ColumnKind.Number when double.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        ColumnKind.Boolean when value.ToUpperInvariant() is "1" or "TRUE" or "YES" => true,
        ColumnKind.Boolean when value.ToUpperInvariant() is "0" or "FALSE" or "NO" => false,
        ColumnKind.MultiChoice => new JsonArray([.. value.Split(";#", StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one)]),
        ColumnKind.DateTime when DateTimeOffset.TryParse(value, CultureInfo.GetCultureInfo("en-US"), DateTimeStyles.AssumeUniversal, out var time) => Stamp.Of(time),
        _ => value,
    };

    private static string Message(Column column) => column.Kind switch
    {
        ColumnKind.DateTime => "Enter a date like this: 2/23/2012",
        ColumnKind.Number => "Only numbers can go here.",
        _ => "The value is not allowed here.",
    };

    private static RestAnswer Answer(IEnumerable<Outcome> outcomes, long item) => RestAnswer.Ok(new RestRaw(new JsonObject
    {
        ["value"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)outcome.ToJson(item))]),
    }));
}
