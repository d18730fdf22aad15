namespace HocTap.Office.Tests.Service.Faults;

/// <summary>A clock whose waits of up to a minute are over at once: time jumps to their end. Longer ones are limits that nobody means to reach.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private long jumped;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref jumped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWait)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref jumped, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
    }
}
