using System.Globalization;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Tells how far a run is («tiến độ»): one line that is written over on a terminal, else a line every few seconds.</summary>
internal sealed class FillProgress(TextWriter messages, bool isTerminal, TimeProvider clock)
{
    private static readonly TimeSpan BetweenOnTerminal = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly long start = clock.GetTimestamp();
    private long told = clock.GetTimestamp();
    private int shown;

    /// <summary>Tells that so many of so many lines are done, when it is time to.</summary>
    public void Step(int done, int total)
    {
        if (clock.GetElapsedTime(told) < (isTerminal ? BetweenOnTerminal : BetweenLines))
        {
            return;
        }

        told = clock.GetTimestamp();
        var text = TextOf(done, total);
        messages.Write(isTerminal ? "\r" + text.PadRight(shown) : text + "\n");
        shown = isTerminal ? text.Length : 0;
    }

    /// <summary>Says something on a line of its own.</summary>
    public void Say(string text)
    {
        messages.WriteLine(shown > 0 ? "\r" + text.PadRight(shown) : text);
        shown = 0;
    }

    private string TextOf(int done, int total)
    {
        var rate = done / clock.GetElapsedTime(start).TotalSeconds;
        var rest = TimeSpan.FromSeconds(Math.Max(0, total - done) / Math.Max(rate, 0.001));
        return $"{Number(done)}/{Number(Math.Max(done, total))} dòng ({Percent(done, total)}%), {Number(rate)} dòng/giây, còn khoảng {Duration(rest)}";
    }

    private static int Percent(int done, int total) => total <= done ? 100 : (int)(100L * done / total);

    private static string Number(double number) => number.ToString("N0", VietnameseText.Culture);

    private static string Duration(TimeSpan time) => time.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} giây")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} phút");
}
