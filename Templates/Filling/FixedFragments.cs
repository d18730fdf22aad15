using System.Collections.Concurrent;
using System.Xml.Linq;
using HocTap.Office.Templates.Filling.Compiled;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Filling;

/// <summary>What is printed beside values, among it the fixed text that a document tells about itself in its XML part. It depends on what is empty, not on what is written: worked out once for each such shape.</summary>
internal sealed class FixedFragments(FormDefinition form, CompiledPart body, PrintedValues printed, IReadOnlyList<XElement> ownPrints, PaperParts paper)
{
    // Four fields that may be missing in Mẫu 03 make sixteen shapes, with and without section III.
    private const int MostShapes = 64;

    private readonly FieldDefinition[] optional = [.. form.SingleFields.Where(field => field.Printed && field.Placeholder.Length == 0)];
    private readonly FieldDefinition[] rows = [.. form.RowFields];
    private readonly ConcurrentDictionary<long, FixedPrint> known = new();

    /// <summary>What a document with these values prints beside them.</summary>
    public FixedPrint Of(FormValues values)
    {
        var shape = ShapeOf(values);
        if (known.TryGetValue(shape, out var print))
        {
            return print;
        }

        print = Build(values);
        if (known.Count < MostShapes)
        {
            known[shape] = print;
        }

        return print;
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

    private FixedPrint Build(FormValues values)
    {
        var lastId = 0;
        using var xml = body.Write(printed.Of(Like(values)), boundRows: 0, ref lastId);
        var content = xml.Written.ToArray();
        var lines = BodyLines.Read(form, SafeXml.Parse(content), PaperParts.Ours);
        List<string> told = [.. FixedText.Of(lines, form)];
        return new FixedPrint(FormPart.Fixed(told, ownPrints), told.ConvertAll(VietnameseText.Words), PrintedYear.Of(lines, form), () => IsPlain(content));
    }

    private bool IsPlain(byte[] content) =>
        ContentHash.OfOurs(form, FormValues.Empty, content) == ContentHash.Of(form, FormValues.Empty, BodyLines.Read(form, SafeXml.Parse(content), paper));

    // The shortest values of that shape.
    private FormValues Like(FormValues values) => new(
        values.Fields.ToDictionary(pair => pair.Key, _ => "x"),
        rows.ToDictionary(list => list.Tag, list => values.RowsOf(list.Tag).Count == 0
            ? (IReadOnlyList<FormRow>)[]
            : [new FormRow(null, list.Columns.ToDictionary(column => column.Tag, _ => "x"))]));
}
