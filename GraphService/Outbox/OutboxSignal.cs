using HocTap.Office.GraphService.Time;

namespace HocTap.Office.GraphService.Outbox;

/// <summary>Wakes the worker when work was accepted. It holds nothing itself: what must last is in the database.</summary>
internal sealed class OutboxSignal : WakeUp;
