namespace HocTap.Office.Templates.Packages;

/// <summary>Memory as a stream to read from, without a copy.</summary>
internal sealed class MemoryReader(ReadOnlyMemory<byte> memory) : ReadOnlyStream
{
    private int at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, memory.Length - at);
        memory.Span.Slice(at, count).CopyTo(buffer);
        at += count;
        return count;
    }
}
