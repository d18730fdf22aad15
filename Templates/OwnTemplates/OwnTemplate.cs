using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Templates that organizations edited in Word («mẫu của đơn vị»): checked, made ready to be filled, and marked with their version. Thread-safe; nothing in a file is run or fetched.</summary>
public static class OwnTemplate
{
    /// <summary>Checks a template and makes it ready: filled for trial and read back, it gave every value and no finding.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <param name="form">The form it must be of; null takes the one the file tells.</param>
    /// <param name="mends">True to mend kinds of controls too (date pickers, lists, bindings, plain text for paragraphs) instead of refusing them.</param>
    /// <returns>All that was found, in the order of the form; never an exception for what is wrong with the file.</returns>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static TemplateCheck Check(Stream docx, FormDefinition? form = null, bool mends = false)
    {
        ArgumentNullException.ThrowIfNull(docx);
        return PackageReader.Read(docx) switch
        {
            PackageResult.Opened { Markup: > ReadingLimits.TemplateMarkup } => Refused(form, TemplateFindings.NotOpened(PackageReader.TooLong.Detail)),
            PackageResult.Opened opened => Examine(opened.Parts, opened.MainPart, form, mends),
            PackageResult.Refused refused => Refused(form, TemplateFindings.NotOpened(refused.Detail)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The same template whose documents will tell that they were made with it.</summary>
    /// <param name="prepared">A template that <see cref="Check"/> has prepared.</param>
    /// <param name="form">Its form.</param>
    /// <param name="mark">The version it is registered as.</param>
    /// <exception cref="InvalidDataException">The bytes are not a sound document.</exception>
    public static byte[] Marked(ReadOnlyMemory<byte> prepared, FormDefinition form, TemplateMark mark)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(mark);
        var parts = PackageReader.ReadTrusted(prepared.ToArray());
        parts.Put(Ooxml.FormPath, Filling.FormPart.Blank(form, mark));
        return parts.ToBytes();
    }

    private static TemplateCheck Examine(DocxParts parts, string mainPart, FormDefinition? form, bool mends)
    {
        try
        {
            var body = SafeXml.Parse(parts[mainPart]!); // the reader has seen it
            if (body.Descendants().Skip(ReadingLimits.TemplateElements).Any())
            {
                return Refused(form, TemplateFindings.NotOpened(PackageReader.TooLong.Detail));
            }

            if (body.Root?.Name.NamespaceName == Ooxml.StrictWord)
            {
                return Refused(form, TemplateFindings.NotOpened("Tệp ở dạng Strict Open XML. Hãy chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi kiểm tra lại."));
            }

            var written = WrittenPart.Find(parts, form is null ? FormCatalog.All : [form, .. FormCatalog.All]);
            var found = form ?? written?.Form ?? TemplateForm.Of(body);
            return found is null ? Refused(null, TemplateFindings.UnknownForm)
                : written is not null && written.Form.Code != found.Code ? Refused(form, TemplateFindings.OtherForm(found, written.Form))
                : new TemplateExamination(found, parts, mainPart, body, written, mends).Check();
        }
        catch (TooLargeException)
        {
            return Refused(form, TemplateFindings.NotOpened(PackageReader.TooLong.Detail));
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return Refused(form, TemplateFindings.NotOpened(PackageReader.BrokenPackage.Detail));
        }
    }

    private static TemplateCheck Refused(FormDefinition? form, Finding finding) => new(form, [finding], null);
}

/// <summary>Tells the form of a template that lost our XML part, by the tags of its controls and then by what it prints.</summary>
internal static class TemplateForm
{
    public static FormDefinition? Of(XDocument body)
    {
        var tags = body.Descendants(Ooxml.W + "sdt").Select(Ooxml.TagOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var best = FormCatalog.All.MaxBy(form => Own(form).Count(tags.Contains));
        return best is not null && Own(best).Any(tags.Contains) ? best : FormGuess.From(CleanBody.Of(body).Document, FormCatalog.All);
    }

    // Tags that several forms have tell nothing.
    private static IEnumerable<string> Own(FormDefinition form) => Tags(form).Where(tag => !FormCatalog.All.Any(other => other != form && Tags(other).Contains(tag)));

    private static IEnumerable<string> Tags(FormDefinition form) => form.Fields.Concat(form.Fields.SelectMany(field => field.Columns)).Select(field => field.Tag);
}
