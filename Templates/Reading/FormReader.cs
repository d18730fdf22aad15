using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Salvage;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads a form back from any document a person saved («đọc văn bản»). Plain zip and XML; nothing in the file is run or fetched.</summary>
public static class FormReader
{
    internal static ReadResult.Refused NotOurs { get; } = new(RefusalKind.NotOurForm, "Văn bản này không phải là mẫu đăng ký của hệ thống.");

    /// <summary>Reads a document; whatever is wrong with it is part of the result.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static ReadResult Read(Stream docx) => Read(docx, FormCatalog.All);

    /// <summary>Reads a document of one of these forms, in or out of the catalog; whatever is wrong with it is part of the result.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <param name="forms">The forms looked for; of several with one code the first counts.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static ReadResult Read(Stream docx, IReadOnlyList<FormDefinition> forms)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(forms);
        var bytes = PackageReader.ReadFile(docx);
        return bytes is null ? Refused(PackageReader.TooLargeFile) : QuickReading.TryRead(bytes, forms) ?? Tolerantly(bytes, forms);
    }

    /// <summary>The way of reading that takes anything.</summary>
    internal static ReadResult Tolerantly(byte[] docx, IReadOnlyList<FormDefinition>? forms = null)
    {
        return PackageReader.Read(docx) switch
        {
            PackageResult.Opened opened => ReadBody(opened.File, opened.MainPart, forms ?? FormCatalog.All),
            PackageResult.Refused refused => Refused(refused),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ReadResult.Refused Refused(PackageResult.Refused refused) => new(refused.Kind, refused.Detail);

    private static ReadResult ReadBody(PackageFile file, string mainPart, IReadOnlyList<FormDefinition> forms)
    {
        try
        {
            var (body, paper) = (CleanBody.UsingUp(LeanTree.Load(() => file.Open(mainPart))), PaperParts.Of(file, mainPart));
            LegacyBody.ConvertByFont(body.Document, paper.StyleSheet);
            var written = WrittenPart.Find(file, forms);
            var form = written?.Form ?? FormGuess.From(body.Document, forms);
            if (form is null)
            {
                return NotOurs;
            }

            var document = DocumentReading.Of(written?.Printed ?? form, body, paper, written).Read() with { Form = form };
            return new ReadResult.Readable(file.WasMended ? document with { Findings = [ReadingFindings.Mended, .. document.Findings] } : document);
        }
        catch (TooLargeException)
        {
            return PackageReader.TooLong;
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return PackageReader.BrokenPackage;
        }
    }
}
