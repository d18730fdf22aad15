using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>A document after some damages, and the rules that must tell them.</summary>
internal sealed record DamagedDocument(byte[] Docx, IReadOnlyList<Damage> Done)
{
    private static readonly string[] Spoiled = [Templates.Docx.Document, "word/header1.xml"];

    public static DamagedDocument Of(byte[] docx, IEnumerable<Damage> damages, int seed)
    {
        var (all, dice) = (Templates.Docx.Parts(docx), new Dice(seed));
        var parts = Spoiled.Where(all.ContainsKey).ToDictionary(name => name, name => XDocument.Load(new MemoryStream(all[name]), LoadOptions.PreserveWhitespace));
        var done = damages.Where(damage => damage.Do(parts, dice)).ToList();
        foreach (var (name, part) in parts)
        {
            using var bytes = new MemoryStream();
            part.Save(bytes, SaveOptions.DisableFormatting);
            all[name] = bytes.ToArray();
        }

        return new DamagedDocument(WithStyle(Templates.Docx.Pack(all)), done);
    }

    /// <summary>One to six damages that do not undo each other.</summary>
    public static DamagedDocument Random(byte[] docx, int seed)
    {
        var dice = new Dice(seed + 1_000_000);
        var chosen = Enumerable.Range(0, 1 + dice.Next(6)).Select(_ => Damage.All[dice.Next(Damage.All.Count)]).DistinctBy(damage => damage.Rule).ToList();
        chosen = [.. chosen.OrderByDescending(damage => damage.Rule is "L16" or "L17" or "L20")]; // what takes lines away comes first
        return Of(docx, chosen.Exists(damage => damage.Rule == "L04") ? chosen.Where(damage => !damage.Name.Contains("in the header", StringComparison.Ordinal) || damage.Rule == "L04") : chosen, seed);
    }

    // A character style as programs have them: «Emphasis» and its like.
    private static byte[] WithStyle(byte[] docx) => Templates.Docx.EditPart(docx, "word/styles.xml", styles => styles.Add(XElement.Parse(
        $"<w:style xmlns:w=\"{Templates.Docx.W}\" w:type=\"character\" w:styleId=\"HtDamage\"><w:name w:val=\"Emphasis\"/><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>")));
}
