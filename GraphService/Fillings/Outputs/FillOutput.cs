using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Fillings.Outputs;

/// <summary>A document on its way into an output.</summary>
/// <param name="Name">Its path inside the output, with <c>/</c>.</param>
/// <param name="Input">The hash of what it is filled from.</param>
/// <param name="Filled">Its bytes with their check sum; fills it when that was not done yet.</param>
internal sealed record OutputDocument(string Name, UInt128 Input, Lazy<(byte[] Bytes, uint Crc)> Filled);

/// <summary>What became of a document.</summary>
internal enum PutOutcome
{
    /// <summary>It is new.</summary>
    Written,

    /// <summary>It was there from an earlier run and its data have changed since.</summary>
    Rewritten,

    /// <summary>It was there already.</summary>
    Present,
}

/// <summary>Where filled documents go («nơi ghi»): takes them one by one in the order of the table, and may be continued after any interruption.</summary>
internal abstract class FillOutput : IDisposable
{
    /// <summary>What all its documents have in common.</summary>
    public abstract JournalHead Head { get; }

    /// <summary>True when an earlier run finished this very document, so that filling it is needless. Thread-safe.</summary>
    public abstract bool Holds(string name, UInt128 input);

    /// <summary>Takes a document; each name once in a run.</summary>
    /// <returns>400 when its own place cannot take it; the run can go on.</returns>
    /// <exception cref="IOException">Nothing can be written any more.</exception>
    public abstract Result<PutOutcome> Put(OutputDocument document);

    /// <summary>Makes the output whole, after the last document. Without it the output waits to be continued.</summary>
    /// <param name="isNamed">True for the name of a document that the run has put.</param>
    /// <returns>A Vietnamese remark; null for none.</returns>
    public abstract string? Finish(Func<string, bool> isNamed);

    /// <inheritdoc/>
    public abstract void Dispose();
}
