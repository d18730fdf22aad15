namespace HocTap.Office.GraphService.SampleCity;

/// <summary>A clock that stands still: what the sample city did in an earlier year happens at its own moment.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
