namespace HocTap.Office.GraphService.Fillings.Tables;

/// <summary>A temporary file that is gone when it is closed and never takes more of the disk than any real table needs.</summary>
/// <param name="most">How many bytes it may have.</param>
internal sealed class SpillFile(long most = SpillFile.Most) : FileStream(
    System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose)
{
    /// <summary>How many bytes it may have unless told otherwise: some hundred thousand long lines.</summary>
    public const long Most = 512L << 20;

    private const int Buffer = 1 << 16;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        Check(1);
        base.WriteByte(value);
    }

    private void Check(int count)
    {
        if (Position + count > most)
        {
            throw new SpillTooLargeException();
        }
    }
}

/// <summary>A table is larger than any real one.</summary>
internal sealed class SpillTooLargeException : Exception
{
    /// <summary>Without more to say.</summary>
    public SpillTooLargeException()
    {
    }

    /// <summary>With a message for the log.</summary>
    public SpillTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the log and what came before it.</summary>
    public SpillTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
