using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.GraphService.Forms;

/// <summary>Word documents on the wire: their content type, and what is wrong with one that cannot be read, as a problem.</summary>
internal static class Docx
{
    /// <summary>The media type of a .docx.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The largest body that is taken: 20 MB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads the body of a request, at most <see cref="MaxBytes"/>.</summary>
    public static async Task<Result<byte[]>> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return new Problem.TooLarge();
        }

        using var body = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > MaxBytes)
            {
                return new Problem.TooLarge();
            }

            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return body.Length == 0 ? new Problem.Malformed("Chưa có tệp nào được gửi lên.") : body.ToArray();
    }

    /// <summary>Reads a document, or says in a problem why it is none of ours.</summary>
    public static Result<FormDocument> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return FormReader.Read(stream) switch
        {
            ReadResult.Readable readable => readable.Document,
            ReadResult.Refused refused => ProblemOf(refused.Kind, refused.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Why a file is not taken, as a problem.</summary>
    public static Problem ProblemOf(RefusalKind kind, string detail) => kind switch
    {
        RefusalKind.NotADocx or RefusalKind.MacroEnabled or RefusalKind.Encrypted => new Problem.NotADocx(detail),
        RefusalKind.Broken or RefusalKind.Unsafe => new Problem.BrokenDocument(detail),
        RefusalKind.NotOurForm => new Problem.NotOurForm(detail),
        RefusalKind.TooLarge => new Problem.TooLarge(detail),
    };
}
