using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>Reads a form back from any document a person saved («đọc văn bản»). Plain zip and XML; nothing in the file is run or fetched.</summary>
public static class FormReader
{
    /// <summary>Reads a document; whatever is wrong with it is part of the result.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static ReadResult Read(Stream docx)
    {
        ArgumentNullException.ThrowIfNull(docx);
        return PackageReader.Read(docx) switch
        {
            PackageResult.Opened opened => ReadBody(opened.File, opened.MainPart),
            PackageResult.Refused refused => new ReadResult.Refused(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ReadResult ReadBody(PackageFile file, string mainPart)
    {
        try
        {
            var (body, paper) = (CleanBody.Of(LeanTree.Load(() => file.Open(mainPart))), PaperParts.Of(file, mainPart));
            var written = WrittenPart.Find(file);
            var form = written?.Form ?? FormGuess.From(body.Document);
            return form is null
                ? new ReadResult.Refused(RefusalKind.NotOurForm, "Văn bản này không phải là mẫu đăng ký của hệ thống.")
                : new ReadResult.Readable(new DocumentReading(form, body, paper, written).Read());
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
