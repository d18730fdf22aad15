using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.GraphService.Problems;

/// <summary>A value, or the problem that stands in its place; never both.</summary>
internal readonly struct Result<T>
    where T : notnull
{
    private readonly T? value;

    private Result(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    /// <summary>The problem; null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>True with the value, false with the problem.</summary>
    public bool TryGet([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out Problem? problem)
    {
        (found, problem) = (value, Problem);
        return problem is null;
    }

    /// <summary>Goes on with the value, or keeps the problem.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : notnull => TryGet(out var found, out var problem) ? next(found) : problem;

    /// <summary>A value is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Made only by returning; a named alternate would never be called.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A problem is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Made only by returning; a named alternate would never be called.")]
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
