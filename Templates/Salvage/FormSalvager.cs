using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Packages;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Reads a form that a person typed by hand, without our controls («đọc văn bản tự gõ»): every value comes with how sure it is, to be confirmed by a person.</summary>
/// <remarks>As safe and as bounded as <see cref="FormReader"/>. A document with our controls is read by them. Nothing is stored and nothing is changed.</remarks>
public static class FormSalvager
{
    private static SalvageResult.Refused NotAForm { get; } = new(RefusalKind.NotOurForm,
        "Văn bản này không giống mẫu đăng ký nào của hệ thống: không thấy tiêu đề hoặc các mục của mẫu.");

    /// <summary>Reads a document; whatever is wrong with it is part of the result.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static SalvageResult Read(Stream docx) => Read(docx, FormCatalog.All, []);

    /// <summary>The same where the campaigns are known: their texts in the document are the form's own, others in their places are told by a finding.</summary>
    /// <param name="docx">The file, read from its current position; at most 20 MB of it.</param>
    /// <param name="campaigns">The campaigns that the document may be for.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static SalvageResult Read(Stream docx, IReadOnlyList<CampaignTexts> campaigns) => Read(docx, FormCatalog.All, campaigns);

    /// <summary>Reads a document as one of the given forms; a new form needs nothing but its definition.</summary>
    internal static SalvageResult Read(Stream docx, IReadOnlyList<FormDefinition> forms, IReadOnlyList<CampaignTexts> campaigns)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(campaigns);
        return PackageReader.Read(docx) switch
        {
            PackageResult.Opened opened => ReadBody(opened.Parts, opened.MainPart, forms, campaigns),
            PackageResult.Refused refused => new SalvageResult.Refused(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static SalvageResult ReadBody(DocxParts parts, string mainPart, IReadOnlyList<FormDefinition> forms, IReadOnlyList<CampaignTexts> campaigns)
    {
        try
        {
            var (body, paper) = (CleanBody.UsingUp(TreeOf(parts, mainPart)), PaperParts.Of(parts, mainPart));
            if (ControlledForm.Read(body, paper, WrittenPart.Find(parts, forms), forms) is { } controlled)
            {
                return new SalvageResult.Readable(controlled);
            }

            body = OpenedBoxes.HasBoxes(body) ? CleanBody.UsingUp(OpenedBoxes.In(TreeOf(parts, mainPart))) : body;
            var legacy = LegacyBody.Convert(body.Document, parts, mainPart);
            return TypedPaper.Of(body, paper, SideTexts.Of(parts, mainPart, paper)) is { } typed ? ReadTyped(typed, legacy, body.HadTrackedChanges, forms, campaigns) : TooLong;
        }
        catch (TooLargeException)
        {
            return TooLong;
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            return new SalvageResult.Refused(PackageReader.BrokenPackage.Kind, PackageReader.BrokenPackage.Detail);
        }
    }

    private static SalvageResult.Refused TooLong => new(PackageReader.TooLong.Kind, PackageReader.TooLong.Detail);

    private static XDocument TreeOf(DocxParts parts, string mainPart) => LeanTree.Load(() => parts.Open(mainPart));

    private static SalvageResult ReadTyped(TypedPaper paper, (string Encoding, bool Guessed)? legacy, bool hadTrackedChanges, IReadOnlyList<FormDefinition> forms, IReadOnlyList<CampaignTexts> campaigns)
    {
        var likely = FormRecognizer.Weigh(paper, forms).Where(evidence => FormRecognizer.IsEnough(evidence, paper)).ToList();
        return likely switch
        {
            [] => NotAForm,
            [{ Title: not null }, { Title: not null }, ..] => new SalvageResult.Refused(RefusalKind.NotOurForm,
                $"Tệp có nhiều mẫu trong cùng một văn bản ({string.Join("; ", likely.Where(form => form.Title is not null).Select(form => form.Signs.Form.ShortTitle))}); đề nghị tách mỗi mẫu thành một tệp."),
            [var one, ..] => new SalvageResult.Readable(new TypedReading(paper, one, campaigns).Read(legacy, hadTrackedChanges)),
        };
    }
}
