using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Filling.Compiled;

/// <summary>A part of a template, taken apart once and written out for each document.</summary>
internal sealed class CompiledPart
{
    private readonly ReadOnlyMemory<byte> name;
    private readonly Segment[] segments;
    private int expected;

    private CompiledPart(ReadOnlyMemory<byte> name, byte[] xml, bool ours)
    {
        this.name = name;
        (segments, Ids) = PartCompiler.Compile(xml, ours);
        expected = 2 * xml.Length;
    }

    public FreeIds Ids { get; }

    /// <summary>True when no place of it is filled.</summary>
    public bool IsFixed => segments is [Literal] or [];

    /// <param name="name">The name of the part.</param>
    /// <param name="xml">The part.</param>
    /// <param name="ours">True when it may hold <see cref="Directives"/>.</param>
    /// <exception cref="System.Xml.XmlException">It is not well-formed.</exception>
    /// <exception cref="InvalidDataException">Its controls are nested in no way Word knows, or it is in the strict dialect.</exception>
    public static CompiledPart Compile(ReadOnlyMemory<byte> name, byte[] xml, bool ours)
    {
        var plain = PlainPart.Of(xml);
        try
        {
            return new CompiledPart(name, plain, ours);
        }
        catch (InvalidDataException)
        {
            // Some programs write the same in other ways; written anew there is only one.
            return new CompiledPart(name, PlainPart.Rewritten(xml), ours);
        }
    }

    /// <summary>The filled part; the buffer is the caller's to give back.</summary>
    public Utf8Buffer Write(TemplateValues values, int boundRows, ref int lastId)
    {
        var output = new Utf8Buffer(expected + 4096);
        var run = new FillState(output, values, lastId, boundRows);
        Segment.WriteAll(segments, run);
        lastId = run.LastId;
        expected = (int)output.Length;
        return output;
    }

    /// <summary>A finished content of this part, packed into a buffer.</summary>
    public ZipEntry Pack(ReadOnlySpan<byte> content, Utf8Buffer target) => ZipEntry.Pack(name, content, target);
}
