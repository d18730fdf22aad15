using System.Buffers;
using System.Text;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Templates.Reading;

/// <summary>A sound package opened without building anything of its main part: parts met before are neither unfolded nor judged again.</summary>
/// <remarks>
/// All limits and refusals of <see cref="PackageReader"/> hold here too, but nothing is refused here: for what is not plain and safe at first sight
/// there is no quick package, and PackageReader says why. The main part alone is not judged: who reads it vouches for it, or leaves it alone too.
/// </remarks>
internal sealed class QuickPackage : IDisposable
{
    private const int LargestPart = ReadingLimits.QuickTotal;
    private const long LargestTotal = ReadingLimits.QuickTotal;

    private readonly List<ZipEntry> entries;
    private readonly KnownPart?[] known;
    private readonly byte[]?[] rented;
    private int mainPlace;
    private int relationsPlace;

    private QuickPackage(List<ZipEntry> entries) =>
        (this.entries, known, rented) = (entries, new KnownPart?[entries.Count], new byte[]?[entries.Count]);

    /// <summary>The main part, until this object is disposed.</summary>
    public ReadOnlySpan<byte> Main => Unfold(mainPlace);

    /// <summary>The style sheet and numbering of the main part.</summary>
    public PaperParts Paper => Related("styles") is { } styles ? styles.PaperWith(Related("numbering")) : PaperParts.Of(null, Related("numbering")?.Content);

    /// <summary>The style sheet of the main part.</summary>
    public byte[]? Styles => Related("styles")?.Content;

    /// <summary>The numbering of the main part.</summary>
    public byte[]? Numbering => Related("numbering")?.Content;

    /// <summary>The package when it is plain and safe in all but its main part; null when that cannot be told at first sight.</summary>
    public static QuickPackage? TryOpen(byte[] file)
    {
        if (ZipDirectory.TryReadPlain(file, PackageReader.MostParts) is not { } entries || !IsWithinLimits(entries) || !PartNames.AreSound(entries))
        {
            return null;
        }

        var package = new QuickPackage(entries);
        try
        {
            if (package.Examine())
            {
                return package;
            }
        }
        catch (Exception surprise) when (PackageReader.IsSurprise(surprise))
        {
            // PackageReader says what is wrong with it.
        }

        package.Dispose();
        return null;
    }

    /// <summary>The headers and footers of the main part.</summary>
    public IEnumerable<byte[]> HeadersAndFooters() =>
        from relation in Relations()
        where relation is { Type: "header" or "footer", External: false }
        let place = PlaceOf(PackageMap.Resolve(Folder(), relation.Target))
        where place >= 0
        select Part(place).Content;

    /// <summary>The places of the data parts, in the package's order.</summary>
    public IEnumerable<int> DataParts() => Enumerable.Range(0, entries.Count).Where(place => PartNames.IsData(NameOf(place)));

    public string NameAt(int place) => Encoding.ASCII.GetString(NameOf(place)); // or it would not be plain

    /// <summary>The content of a part, until this object is disposed.</summary>
    /// <exception cref="InvalidDataException">It does not unfold to what the directory says.</exception>
    public ReadOnlySpan<byte> Unfold(int place)
    {
        if (known[place] is { } part)
        {
            return part.Content;
        }

        if (rented[place] is not { } buffer)
        {
            buffer = rented[place] = ArrayPool<byte>.Shared.Rent(entries[place].Size);
            entries[place].UnpackInto(buffer.AsSpan(0, entries[place].Size));
        }

        return buffer.AsSpan(0, entries[place].Size);
    }

    public void Dispose()
    {
        for (var place = 0; place < rented.Length; place++)
        {
            if (rented[place] is { } buffer)
            {
                rented[place] = null;
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private static bool IsWithinLimits(List<ZipEntry> entries)
    {
        var total = 0L;
        foreach (var entry in entries)
        {
            total += entry.Size;
            if (entry.Size > LargestPart)
            {
                return false;
            }
        }

        return total <= LargestTotal;
    }

    private bool Examine()
    {
        FindKnown();
        var (types, root) = (PlaceOf(Ooxml.ContentTypesPath), PlaceOf("_rels/.rels"));
        if (types < 0 || root < 0 || !Part(types).Types.IsDocument
            || Part(root).Relations.FirstOrDefault(relation => relation is { Type: "officeDocument", External: false }) is not { } main)
        {
            return false;
        }

        var name = PackageMap.Resolve("", main.Target);
        mainPlace = PlaceOf(name);
        relationsPlace = PlaceOf(PackageMap.RelationsOf(name));
        return mainPlace >= 0 && known[mainPlace] is null && AreSafe(Part(types).Types.Markup);
    }

    private void FindKnown()
    {
        for (var place = 0; place < known.Length; place++)
        {
            var found = IsDeflated(place) ? KnownParts.Find(entries[place].Packed.Span) : null;
            known[place] = found?.Content.Length == entries[place].Size ? found : null;
        }
    }

    private bool AreSafe(IReadOnlyList<string> markup)
    {
        for (var place = 0; place < known.Length; place++)
        {
            var name = NameOf(place);
            // A part that does not unfold breaks the package, also when nobody reads it.
            _ = place == mainPlace || PartNames.IsMarkup(name, markup) || PartNames.IsRelations(name) ? 0 : Unfold(place).Length;
            if ((PartNames.IsRelations(name) && !Part(place).HasSafeRelations) || (place != mainPlace && PartNames.IsMarkup(name, markup) && !Part(place).IsSafeMarkup))
            {
                return false;
            }
        }

        return true;
    }

    private IReadOnlyList<PackageRelation> Relations() => relationsPlace < 0 ? [] : Part(relationsPlace).Relations;

    private KnownPart? Related(string type)
    {
        foreach (var relation in Relations())
        {
            if (relation.Type == type && !relation.External)
            {
                return PlaceOf(PackageMap.Resolve(Folder(), relation.Target)) is >= 0 and var place ? Part(place) : null;
            }
        }

        return null;
    }

    private string Folder() => PackageMap.FolderOf(NameAt(mainPlace));

    private KnownPart Part(int place)
    {
        if (known[place] is { } part)
        {
            return part;
        }

        part = known[place] = new KnownPart(entries[place].Unpack());
        if (IsDeflated(place))
        {
            KnownParts.Keep(entries[place].Packed.Span, part);
        }

        return part;
    }

    private int PlaceOf(string name)
    {
        for (var place = 0; place < entries.Count; place++)
        {
            if (Ascii.EqualsIgnoreCase(NameOf(place), name))
            {
                return place;
            }
        }

        return -1;
    }

    private bool IsDeflated(int place) => entries[place].Method == ZipEntry.Deflated;

    private ReadOnlySpan<byte> NameOf(int place) => entries[place].Name.Span;
}
