namespace HocTap.Office.Tests.Service;

/// <summary>The system's clock, moved: tests live in the campaign's year without waiting for it. Timers run in real time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <summary>Lets it be this instant now.</summary>
    public void MoveTo(DateTimeOffset instant) => shift = instant - System.GetUtcNow();
}
