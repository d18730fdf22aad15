using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Checking.Looks;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Checking;

/// <summary>How a line of the form must look: the element of the layout it is, and its look as the profile's own template has it.</summary>
/// <remarks>The element is named in the words of the layout («Thân văn bản»). Where a line has the theme of the year, which is printed italic, its italics are free.</remarks>
internal sealed record Role(string Style, string Element, ParagraphLook Paragraph, RunLook Run, bool HasTheme);

/// <summary>The form as the profile lays it out, line by line: what a finished document is held against.</summary>
/// <remarks>Taken from the template that the author builds for the profile, so that a new profile or element needs no word here.</remarks>
internal sealed partial class Reference
{
    // Any letters: a template has one font.
    private const string Letters = "aả";

    // By how much the numbers of a line may be longer than those of the template.
    private const int LongerNumbers = 20;
    private const string NamePrefix = "HT ";
    private static readonly string[] Themed = ["{campaign.legalBases}", "{campaign.provinceThemeText}"];

    // Authoring a template costs more than the whole check of a document; by the profile itself, so that one that is let go takes its references along.
    private static readonly ConditionalWeakTable<LayoutProfile, ConcurrentDictionary<(FormDefinition, HeadingVariant), Reference>> Known = [];

    private readonly StyleBook book;
    private readonly List<TemplateLine> lines;
    private readonly Dictionary<string, TemplateLine> rowLines = new(StringComparer.Ordinal);
    private readonly int longestRowWords;
    private readonly Dictionary<string, string> names;
    private readonly ConcurrentDictionary<string, Role> roles = new(StringComparer.Ordinal);

    private Reference(FormDefinition form, LayoutProfile profile, HeadingVariant heading)
    {
        var parts = TemplateAuthor.BuildParts(form, profile);
        book = StyleBook.OfOurs(parts, DocumentPath);
        names = SafeXml.Parse(parts["word/styles.xml"]!).Root!.Children("style") // the author builds this part
            .ToDictionary(style => style.Get("styleId")!, style => NameOf(style.Child("name").Val()!), StringComparer.Ordinal);
        var body = SafeXml.Parse(parts[DocumentPath]!); // and this one
        HeadingFitter.Fit(body, heading, profile.PageOf(form.Orientation));
        NameCampaignTexts(body);
        lines = [.. BodyLines.Read(form, CleanBody.Of(body).Document, PaperParts.Ours).Select((line, number) => new TemplateLine(number, line, LinePattern.OfForm(line.Shape.Marked, form)))];
        foreach (var line in lines.Where(line => line.Line.Section is not null && line.Line.IsFixed))
        {
            rowLines.TryAdd(WithoutNumbers(line.Line.Words), line);
            longestRowWords = Math.Max(longestRowWords, line.Line.Words.Length + LongerNumbers);
        }
    }

    /// <summary>The form under a heading of a profile; made once for all checks.</summary>
    public static Reference Of(FormDefinition form, LayoutProfile profile, HeadingVariant heading) =>
        Known.GetOrCreateValue(profile).GetOrAdd((form, heading), key => new Reference(key.Item1, key.Item2.On(profile), key.Item2));

    /// <summary>The words of a style of ours.</summary>
    public string ElementOf(string style) => names.GetValueOrDefault(style, style);

    /// <summary>The role of a line that has one of our styles.</summary>
    public Role? OfStyle(string? style) => style is null || !names.ContainsKey(style) ? null
        : lines.Find(line => line.Line.Style == style) is { } found ? RoleOf(found) : RoleOf(style, Controls.Paragraph(style), hasTheme: false);

    /// <summary>How many empty lines outside tables the form has below a line, or above all for null; null when it has no such line.</summary>
    public int? EmptyBelow(string? text)
    {
        var from = text is null ? 0 : Find(text, -1)?.Number + 1;
        return from is null ? null : lines.Skip(from.Value).TakeWhile(line => line.Line.Shape.Text.Length == 0).Count(line => line.Line.Cell is null);
    }

    /// <summary>True for the style of an empty line of the form.</summary>
    public bool IsEmptyStyle(string? style) => style is not null && lines.Exists(line => line.Line.Style == style && line.Line.Shape.Text.Length == 0);

    /// <summary>The role of the lines of a field of its own.</summary>
    public Role? OfField(string tag) => lines.Find(line => line.Line.FirstOwner == tag && line.Line.Shape.Text.Trim(LineShape.Mark).Length == 0) is { } found ? RoleOf(found) : null;

    /// <summary>The role of a row's heading or label, its number left out of account.</summary>
    public Role? OfRowWords(string words)
    {
        var plain = words.Length <= longestRowWords ? WithoutNumbers(words) : "";
        return plain.Length > 0 && rowLines.TryGetValue(plain, out var found) ? RoleOf(found) : null;
    }

    /// <summary>The roles of the lines above each line of a style, and of that line itself: a rule is as long as the words above it.</summary>
    public IEnumerable<(Role Above, Role Line)> Below(string style) => lines.Where(line => line.Number > 0 && line.Line.Style == style).Select(line => (RoleOf(lines[line.Number - 1]), RoleOf(line)));

    /// <summary>The role of a line that has just these words.</summary>
    public Role? OfWords(string text) => lines.Find(line => line.Line.Shape.Marked == text) is { } found ? RoleOf(found) : null;

    /// <summary>The roles of the fixed lines of a paper, by the number of the line; both go from top to bottom.</summary>
    public IReadOnlyDictionary<int, Role> OfClaims(IEnumerable<(int Line, ClaimedLine Claim)> claims)
    {
        var (found, at) = (new Dictionary<int, Role>(), -1);
        foreach (var (line, claim) in claims.OrderBy(item => item.Claim.Place))
        {
            if (Find(claim.Expected.Text, at) is { } template)
            {
                (at, found[line]) = (template.Number, RoleOf(template));
            }
        }

        return found;
    }

    // By the very words, by the pattern of them, or by standing next: a line that is all campaign's text has no words to be known by.
    private TemplateLine? Find(string text, int at)
    {
        var shape = new LineShape(text, []);
        var behind = lines.Where(line => line.Number >= at).Concat(lines.Where(line => line.Number < at)).Where(line => line.Line.IsPrinted).ToList();
        return behind.Find(line => line.Line.Shape.Marked == text)
            ?? behind.Find(line => line.Pattern.HasWords && line.Pattern.Match(shape) is not null)
            ?? behind.Find(line => line.Number > at && line.Line.IsFixed && !line.Pattern.HasWords);
    }

    private Role RoleOf(TemplateLine line)
    {
        var style = line.Line.Style ?? "";
        var hasTheme = Themed.Any(text => line.Line.Words.Contains(text, StringComparison.Ordinal));
        var key = hasTheme ? $"{style} *" : style;
        return roles.GetOrAdd(key, _ => RoleOf(style, line.Line.Paragraph!, hasTheme)); // lines read here have their paragraphs
    }

    private Role RoleOf(string style, XElement paragraph, bool hasTheme) =>
        new(style, ElementOf(style), ParagraphLook.Of(book, paragraph), RunLook.Of(book, paragraph, null, Letters), hasTheme);

    // In a template the campaign's places show names in brackets; here they are places like any other.
    private static void NameCampaignTexts(XDocument body)
    {
        foreach (var place in body.Descendants(W + "sdt").Where(control => TagOf(control)?.StartsWith(CampaignPrefix, StringComparison.Ordinal) == true).ToList())
        {
            place.ReplaceWith(Runs.Of($"{{{TagOf(place)}}}", null));
        }
    }

    private static string NameOf(string name) => name.StartsWith(NamePrefix, StringComparison.Ordinal) ? name[NamePrefix.Length..] : name;

    private static string WithoutNumbers(string words) => Digits().Replace(words, "#");

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    private sealed record TemplateLine(int Number, BodyLine Line, LinePattern Pattern);
}
