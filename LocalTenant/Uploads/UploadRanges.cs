using System.Globalization;
using System.Net.Http.Headers;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Uploads;

/// <summary>Which pieces of a file have come, and which are still to come.</summary>
internal static class UploadRanges
{
    /// <summary>The largest piece: 60 MiB.</summary>
    private const long Largest = 60L * 1024 * 1024;

    /// <summary>Reads Content-Range and refuses what does not fit the body, the size told before, or what is there.</summary>
    public static (long Start, long Total) Check(GraphCall call, UploadSession session, IReadOnlyList<UploadRange> known)
    {
        if (!ContentRangeHeaderValue.TryParse(call.Header("Content-Range"), out var range) || range is not { From: { } from, To: { } to, Length: { } total })
        {
            throw GraphError.Invalid("The Content-Range header is missing or malformed.");
        }
        if (to - from + 1 != call.Body.Length || to >= total || (session.Total ?? total) != total)
        {
            throw GraphError.Invalid("The Content-Range header does not fit the request or the size given before.");
        }
        if (call.Body.Length > Largest)
        {
            throw new GraphError(413, "invalidRequest", "The range is larger than 60 MiB.");
        }
        return known.Any(one => from < one.End && one.Start <= to)
            ? throw new GraphError(416, "invalidRange", "The uploaded fragment overlaps with data that has already been received.")
            : (from, total);
    }

    /// <summary>The gaps, as from-to; the last is open while the size is unknown or nothing follows.</summary>
    public static IReadOnlyList<string> Expected(IReadOnlyList<UploadRange> known, long? total)
    {
        var (gaps, at) = (new List<string>(), 0L);
        foreach (var range in known)
        {
            if (range.Start > at)
            {
                gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{at}-{range.Start - 1}"));
            }
            at = range.End;
        }
        if (at != total)
        {
            gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{at}-"));
        }
        return gaps;
    }
}
