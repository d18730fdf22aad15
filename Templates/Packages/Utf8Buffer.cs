using System.Buffers;
using System.Text;

namespace HocTap.Office.Templates.Packages;

/// <summary>Bytes written one after another into a rented array; the array goes back when this is disposed.</summary>
internal sealed class Utf8Buffer : Stream
{
    private byte[] bytes;
    private int length;

    public Utf8Buffer(int capacity) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public Memory<byte> WrittenMemory => bytes.AsMemory(0, length);

    public override long Length => length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(Room(buffer.Length));
        length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Letters as they are.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, room);
    }

    /// <summary>A number in decimal digits.</summary>
    public void Write(int number)
    {
        _ = number.TryFormat(Room(11), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>Takes back what was written behind a place.</summary>
    public void Shorten(int to) => length = Math.Min(length, to);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        var (array, none) = (bytes, Array.Empty<byte>());
        (bytes, length) = (none, 0);
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        base.Dispose(disposing);
    }

    private Span<byte> Room(int more)
    {
        if (bytes.Length - length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(length);
    }
}
