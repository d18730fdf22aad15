using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>Says whether two runs would fill the same document: a hash of everything that decides it but the program itself («dấu của dữ liệu vào»).</summary>
internal static class InputHash
{
    private const char Between = '\u001F'; // no value has it: control characters are dropped
    private const char RowEnd = '\u001E';

    /// <summary>The hash of what all documents of a run have in common.</summary>
    public static UInt128 Of(CampaignTexts texts) => Of(JsonSerializer.Serialize(texts));

    /// <summary>The hash of a document.</summary>
    public static UInt128 Of(UInt128 common, FillJob job)
    {
        var text = new StringBuilder().Append(common).Append(Between).Append(job.Identity).Append(Between)
            .Append(job.Texts.Heading).Append(Between).Append(job.Template?.Mark).Append(Between);
        foreach (var field in job.Form.Fields)
        {
            Add(text, field, job.Values);
        }

        return Of(text.ToString());
    }

    /// <summary>A short hash of a document's name, whose capitals do not count on every disk: so many are kept that their texts would fill the memory.</summary>
    public static ulong OfName(string name) => (ulong)(Of(name.ToUpperInvariant()) & ulong.MaxValue);

    /// <summary>A short hash of whom a document is for, to tell the same one named twice from two whose files would have one name.</summary>
    public static ulong OfTarget(DocumentIdentity identity) => (ulong)(Of(identity.ToString()) & ulong.MaxValue);

    /// <summary>The hash of a text.</summary>
    public static UInt128 Of(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Add(StringBuilder text, FieldDefinition field, FormValues values)
    {
        text.Append(field.Tag).Append(Between).Append(values[field.Tag]).Append(Between);
        foreach (var row in values.RowsOf(field.Tag))
        {
            text.Append(row.RowId).Append(Between).AppendJoin(Between, field.Columns.Select(column => row[column.Tag])).Append(RowEnd);
        }
    }
}
