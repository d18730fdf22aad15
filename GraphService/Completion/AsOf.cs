using System.Globalization;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Completion;

/// <summary>The instant completion is asked for («tính đến»): now, or a past day or instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="IsPast">True when it lies before now.</param>
/// <param name="Day">The past day whose end it is; null when an instant or nothing was asked for.</param>
internal sealed record AsOf(DateTimeOffset At, bool IsPast, DateOnly? Day)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a day or an ISO 8601 instant. A day stands for its end in Vietnam; what is not over yet is answered as of now, for nobody knows what will be filed.</summary>
    /// <returns>400 when it is neither.</returns>
    public static Result<AsOf> Read(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new AsOf(now, IsPast: false, null);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day < VietnamTime.DayOf(now) ? new AsOf(VietnamTime.EndOf(day).AddTicks(-1), IsPast: true, day) : new AsOf(now, IsPast: false, null);
        }

        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant < now ? new AsOf(instant, IsPast: true, null) : new AsOf(now, IsPast: false, null)
            : new Problem.Malformed("Thời điểm (asOf) phải là một ngày yyyy-MM-dd hoặc một thời điểm ISO 8601.");
    }
}
