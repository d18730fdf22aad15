using System.Collections.Concurrent;
using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Filling;

/// <summary>The fixed text that a document tells about itself in its XML part. It depends on what is empty, not on what is written: worked out once for each such shape.</summary>
internal sealed class FixedFragments(FormDefinition form, CompiledPart body, PrintedValues printed)
{
    // Four fields that may be missing in Mẫu 03 make sixteen shapes, with and without section III.
    private const int MostShapes = 64;

    private readonly FieldDefinition[] optional = [.. form.SingleFields.Where(field => field.Printed && field.Placeholder.Length == 0)];
    private readonly FieldDefinition[] rows = [.. form.RowFields];
    private readonly ConcurrentDictionary<long, byte[]> known = new();

    /// <summary>The element with the fixed lines of a document with these values.</summary>
    public byte[] Of(FormValues values)
    {
        var shape = ShapeOf(values);
        if (known.TryGetValue(shape, out var fragment))
        {
            return fragment;
        }

        fragment = Build(values);
        if (known.Count < MostShapes)
        {
            known[shape] = fragment;
        }

        return fragment;
    }

    private long ShapeOf(FormValues values)
    {
        var shape = 0L;
        foreach (var field in optional)
        {
            shape = (shape << 1) | (values[field.Tag].Length > 0 ? 1L : 0L);
        }

        foreach (var list in rows)
        {
            shape = (shape << 1) | (values.RowsOf(list.Tag).Count > 0 ? 1L : 0L);
        }

        return shape;
    }

    private byte[] Build(FormValues values)
    {
        var lastId = 0;
        using var xml = body.Write(printed.Of(Like(values)), bindsLastRow: false, ref lastId);
        var lines = BodyLines.Read(form, SafeXml.Parse(xml.Written.ToArray()), PaperParts.Ours);
        return FormPart.Fixed(FixedText.Of(lines, form));
    }

    // The shortest values of that shape.
    private FormValues Like(FormValues values) => new(
        values.Fields.ToDictionary(pair => pair.Key, _ => "x"),
        rows.ToDictionary(list => list.Tag, list => values.RowsOf(list.Tag).Count == 0
            ? (IReadOnlyList<FormRow>)[]
            : [new FormRow(null, list.Columns.ToDictionary(column => column.Tag, _ => "x"))]));
}
