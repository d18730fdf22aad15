using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The lines of each field of several paragraphs: those of its control, and those that people typed around it and that no fixed line claims.</summary>
internal sealed class FieldAreas
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly Dictionary<string, List<int>> areas = [];
    private readonly HashSet<string> headed = [];
    private readonly Dictionary<int, string> owners = [];

    public FieldAreas(FormDefinition form, IReadOnlyList<BodyLine> lines, PaperFrame frame, Func<int, bool> isRow)
    {
        this.lines = lines;
        var headings = HeadingsOf(form);
        var blocks = form.SingleFields.Where(field => field.IsBlock).Select(field => field.Tag).ToHashSet();
        var (current, cell) = ((string?)null, (CellPlace?)null);
        for (var i = 0; i < lines.Count; i++)
        {
            if (frame.At(i) is { } claim)
            {
                (current, cell) = (headings.GetValueOrDefault(claim.Expected.Text), lines[i].Cell);
                headed.UnionWith(current is null ? [] : [current]);
                continue;
            }

            if (lines[i].FirstOwner is { } owner && blocks.Contains(owner))
            {
                (current, cell) = (owner, lines[i].Cell);
            }

            // A field in a cell ends with its cell, and every field where the form's own words stand a second time.
            current = isRow(i) || frame.IsCopy(i) || (cell is not null && lines[i].Cell != cell) ? null : current;
            if (current is not null)
            {
                owners[i] = current;
                Area(current).Add(i);
            }
        }
    }

    /// <summary>The field in whose area a line stands; null for all other lines.</summary>
    public string? OwnerOf(int line) => owners.GetValueOrDefault(line);

    public FoundText Read(FieldDefinition field)
    {
        if (!areas.TryGetValue(field.Tag, out var area))
        {
            return headed.Contains(field.Tag) ? FoundText.Of("") : FoundText.Nothing;
        }

        var copies = Copies(field, area).Select(copy => TextOf(field, copy)).Where(text => text.Length > 0).Distinct().ToList();
        return new FoundText(true, copies.FirstOrDefault() ?? "", copies.Count > 1);
    }

    // A control pasted a second time is a copy; lines without a control belong to the one above them. Where a program opened the control, all is one.
    private List<List<int>> Copies(FieldDefinition field, List<int> area)
    {
        if (area.Exists(line => IsOwned(line, field) && lines[line].FirstControl is null))
        {
            return [area];
        }

        var (copies, last) = (new List<List<int>> { new() }, (XElement?)null);
        foreach (var line in area)
        {
            var control = IsOwned(line, field) ? lines[line].FirstControl : last;
            if (last is not null && control != last)
            {
                copies.Add([]);
            }

            last = control;
            copies[^1].Add(line);
        }

        return copies;
    }

    // Words beside the dots of an empty field leave the dots aside.
    private string TextOf(FieldDefinition field, List<int> copy)
    {
        var own = string.Join('\n', copy.Where(line => IsOwned(line, field)).Select(line => lines[line].Value));
        var kept = Placeholders.IsOne(field, own) ? copy.Where(line => !IsOwned(line, field)) : copy;
        return VietnameseText.Paragraphs(string.Join('\n', kept.Select(line => lines[line].Value)));
    }

    private bool IsOwned(int line, FieldDefinition field) => lines[line].FirstOwner == field.Tag;

    private List<int> Area(string tag) => areas.TryGetValue(tag, out var area) ? area : areas[tag] = [];

    // By the words of the line above each field, in the body or in a cell.
    private static Dictionary<string, string> HeadingsOf(FormDefinition form)
    {
        var inBody = form.Print.Zip(form.Print.Skip(1)).Where(pair => pair.Second.Block == "multi").Select(pair => (pair.First.Text, pair.Second.Field));
        var inCells = form.Print.SelectMany(block => block.Left.Zip(block.Left.Skip(1)).Concat(block.Right.Zip(block.Right.Skip(1))))
            .SelectMany(pair => form.SingleFields.Where(field => field.IsBlock && pair.Second == $"{{{field.Tag}}}").Select(field => (pair.First, field.Tag)));
        return inBody.Concat(inCells).Where(pair => pair.Item1.Length > 0).ToDictionary(pair => VietnameseText.Words(pair.Item1), pair => pair.Item2);
    }
}
