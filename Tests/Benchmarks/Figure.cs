using System.Diagnostics;
using System.Globalization;

namespace HocTap.Office.Benchmarks;

/// <summary>A measured figure: every value counts, nothing is averaged away.</summary>
internal static class Figure
{
    /// <summary>Times an action in milliseconds, after a warm-up that is not counted.</summary>
    public static List<double> Time(int warmup, int runs, Action action)
    {
        for (var run = 0; run < warmup; run++)
        {
            action();
        }

        return [.. Enumerable.Range(0, runs).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })];
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Prints a figure.</summary>
    public static void Print(string name, string unit, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-52} {sorted[0],9:0.000} {sorted[sorted.Count / 2],9:0.000} {sorted[^1],9:0.000} {unit} (n={sorted.Count})"));
    }
}
