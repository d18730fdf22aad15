using System.Xml.Linq;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>Tells the form of a document that lost our XML part, by what it prints.</summary>
internal static class FormGuess
{
    private const double EnoughOfTheText = 0.6;

    public static FormDefinition? From(XDocument document, IReadOnlyList<FormDefinition> forms) => forms
        .Select(form => (Form: form, Share: Share(form, document)))
        .Where(guess => guess.Share >= EnoughOfTheText)
        .OrderByDescending(guess => guess.Share)
        .Select(guess => guess.Form)
        .FirstOrDefault();

    private static double Share(FormDefinition form, XDocument document)
    {
        var words = BodyLines.Read(form, document, PaperParts.Ours).Select(line => line.Words).Where(text => text.Length > 0).ToList();
        var expected = form.Print.SelectMany(block => block.Headings).Where(text => text.Any(char.IsLetter)).Select(text => LinePattern.OfForm(text, form)).ToList();
        return expected.Count == 0 ? 0 : (double)expected.Count(pattern => words.Exists(pattern.IsMatch)) / expected.Count;
    }
}
