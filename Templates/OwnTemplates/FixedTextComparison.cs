using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using HocTap.Office.Templates.Text;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Tells how the fixed text of a template differs from what the form prints: lines lost, changed and added, each with its place. All of it is allowed.</summary>
internal sealed class FixedTextComparison(FormDefinition form, LayoutProfile profile)
{
    private const int MostNamed = 40;
    private const int MostLines = 2_000;

    /// <summary>The differences of a body whose texts of the campaign show their names.</summary>
    public IEnumerable<Finding> Find(XDocument document, IEnumerable<string> besideBody)
    {
        var official = LinesOf(SafeXml.Parse(TemplateAuthor.BuildParts(form, profile)[DocumentPath]!)); // every template has a body
        var own = LinesOf(document);
        var findings = Differences(official, own).Concat(besideBody.Select(words => TemplateFindings.Added(words, "đầu trang hoặc chân trang"))).ToList();
        return findings.Count <= MostNamed ? findings : [.. findings.Take(MostNamed), TemplateFindings.MoreText(findings.Count - MostNamed)];
    }

    private List<Line> LinesOf(XDocument document)
    {
        var copy = CleanBody.Of(document).Document;

        // What stands in a field's bookmark beside its control is read as people's value; in a template it is printed in every document.
        copy.Descendants(W + "bookmarkStart").Where(start => ((string?)start.Attribute(W + "name"))?.StartsWith(BookmarkPrefix, StringComparison.Ordinal) == true).Remove();
        var names = new PlaceNames(copy);
        var lines = BodyLines.Read(form, copy, PaperParts.Ours).Where(line => line.IsPrinted).Take(MostLines).ToList();
        return [.. lines.Select((line, index) => new Line(line.Shape.Marked, index == 0 ? "" : lines[index - 1].Shape.Marked, line.Cell is { } cell ? names.Of(cell.Row) : ""))];
    }

    private static IEnumerable<Finding> Differences(List<Line> official, List<Line> own)
    {
        var same = CommonLines(official, own);
        var (from, at) = (0, 0);
        foreach (var (line, place) in same.Append((official.Count, own.Count)))
        {
            foreach (var finding in Gap(Worded(official[from..line]), Worded(own[at..place])))
            {
                yield return finding;
            }

            (from, at) = (line + 1, place + 1);
        }
    }

    // A line that is nothing but the place of a field is told of as a control.
    private static List<Line> Worded(List<Line> lines) => lines.FindAll(line => line.Shown.Any(char.IsLetter));

    private static IEnumerable<Finding> Gap(List<Line> lost, List<Line> added)
    {
        foreach (var line in lost)
        {
            var changed = added.Count == 0 ? null : added.MaxBy(other => TextLikeness.Of(line.Shown, other.Shown));
            if (changed is not null && TextLikeness.Of(line.Shown, changed.Shown) >= TextLikeness.Alike)
            {
                added.Remove(changed);
                yield return TemplateFindings.Changed(line.Shown, changed.Shown, changed.Place);
            }
            else
            {
                yield return TemplateFindings.Lost(line.Shown, line.Place);
            }
        }

        foreach (var line in added)
        {
            yield return TemplateFindings.Added(line.Shown, line.Place);
        }
    }

    // The longest common sequence; an official template has some forty lines.
    private static List<(int Official, int Own)> CommonLines(List<Line> official, List<Line> own)
    {
        var common = Enumerable.Range(0, official.Count + 1).Select(_ => new int[own.Count + 1]).ToArray();
        for (var i = official.Count - 1; i >= 0; i--)
        {
            for (var j = own.Count - 1; j >= 0; j--)
            {
                common[i][j] = official[i].Text == own[j].Text ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var (found, line, place) = (new List<(int, int)>(), 0, 0);
        while (line < official.Count && place < own.Count)
        {
            if (official[line].Text == own[place].Text)
            {
                found.Add((line++, place++));
            }
            else if (common[line + 1][place] >= common[line][place + 1])
            {
                line++;
            }
            else
            {
                place++;
            }
        }

        return found;
    }

    private sealed record Line(string Text, string Before, string Cell)
    {
        /// <summary>A place is three dots, never a tag.</summary>
        public string Shown => ShownOf(Text);

        public string Place => Before.Length == 0 ? "đầu văn bản" : Cell.Length > 0 ? $"{Cell}, sau “{ShownOf(Before)}”" : $"sau “{ShownOf(Before)}”";

        private static string ShownOf(string text) => string.Concat(TextPattern.Split(text).Select(piece => piece.Name.Length > 0 ? "…" : piece.Text));
    }
}
