using System.Text;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>What the names of parts tell, without making strings of them; the same rules as <see cref="PackageSafety"/> has.</summary>
internal static class PartNames
{
    /// <summary>True for names that no path trick and no program hides in, no two of them alike.</summary>
    public static bool AreSound(List<ZipEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var name = entries[i].Name.Span;
            if (!IsSound(name) || IsProgram(name))
            {
                return false;
            }

            for (var other = 0; other < i; other++)
            {
                if (entries[other].IsNamed(name))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>True for a part of data that prints nothing: ours, or that of another program.</summary>
    public static bool IsData(ReadOnlySpan<byte> name) => StartsWith(name, "customXml/") && EndsWith(name, ".xml");

    public static bool IsRelations(ReadOnlySpan<byte> name) => EndsWith(name, ".rels");

    /// <param name="name">The name.</param>
    /// <param name="typed">The parts declared to be Word's XML.</param>
    public static bool IsMarkup(ReadOnlySpan<byte> name, IReadOnlyList<string> typed)
    {
        if (EndsWith(name, ".xml") && !StartsWith(name, "customXml/"))
        {
            return true;
        }

        foreach (var other in typed)
        {
            if (Ascii.EqualsIgnoreCase(name, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsProgram(ReadOnlySpan<byte> name) => StartsWith(name[(name.LastIndexOf((byte)'/') + 1)..], "vbaProject");

    private static bool IsSound(ReadOnlySpan<byte> name) =>
        name.Length > 0 && name[0] != '/' && name[^1] != '/' && name.IndexOfAny("\\:"u8) < 0 && name.IndexOf(".."u8) < 0 && name.IndexOfAnyInRange((byte)0, (byte)0x1F) < 0
        && !name.Contains((byte)0x7F);

    private static bool StartsWith(ReadOnlySpan<byte> name, string start) => name.Length >= start.Length && Ascii.EqualsIgnoreCase(name[..start.Length], start);

    private static bool EndsWith(ReadOnlySpan<byte> name, string end) => name.Length >= end.Length && Ascii.EqualsIgnoreCase(name[^end.Length..], end);
}
