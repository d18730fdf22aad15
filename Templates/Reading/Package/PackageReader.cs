using System.Buffers;
using System.Text;
using System.Xml;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Opens a package of unknown origin: limits are kept while reading, so a bomb never unfolds.</summary>
internal static class PackageReader
{
    public const int LargestFile = ReadingLimits.File;
    public const int MostParts = ReadingLimits.Parts;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static ReadResult.Refused BrokenPackage { get; } =
        new(RefusalKind.Broken, "Tệp Word bị hỏng; đề nghị mở tệp trong Word, lưu lại rồi gửi lại.");

    private static PackageResult Broken => new PackageResult.Refused(BrokenPackage.Kind, BrokenPackage.Detail);

    public static ReadResult.Refused TooLong { get; } =
        new(RefusalKind.TooLarge, "Văn bản dài hơn nhiều so với một mẫu đăng ký nên không đọc được; đề nghị rút gọn rồi gửi lại.");

    public static PackageResult.Refused TooLargeFile => TooMuch("Tệp quá lớn: hệ thống chỉ nhận tệp không quá 20 MB.");

    private static PackageResult TooManyParts => TooMuch("Tệp chứa quá nhiều phần bên trong, thường do chèn nhiều hình; đề nghị bỏ bớt rồi gửi lại.");

    private static PackageResult Unfolded => TooMuch("Nội dung bên trong tệp quá lớn khi mở nén, thường do hình ảnh; đề nghị bỏ bớt rồi gửi lại.");

    /// <summary>Opens a file from its current position.</summary>
    public static PackageResult Read(Stream stream) => ReadFile(stream) is { } bytes ? Read(bytes) : TooLargeFile;

    public static PackageResult Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            return OfCompoundFile(bytes);
        }

        if (!bytes.AsSpan().StartsWith(Zip))
        {
            return NotADocx("Tệp này không phải là văn bản Word (.docx).");
        }

        try
        {
            return ReadZip(bytes);
        }
        catch (TooLargeException)
        {
            return TooMuch(TooLong.Detail);
        }
        catch (UnfoldedException)
        {
            return Unfolded;
        }
        catch (Exception surprise) when (IsSurprise(surprise))
        {
            return Broken;
        }
    }

    /// <summary>True for what our own steps and the parsers throw at a file built in a way nobody foresaw: the file is broken, the service is not.</summary>
    public static bool IsSurprise(Exception exception) => exception
        is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException
        or InvalidOperationException or ArgumentException or FormatException or OverflowException or KeyNotFoundException;

    /// <summary>The parts of a package we made ourselves.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static DocxParts ReadTrusted(byte[] bytes) => Read(bytes) switch
    {
        PackageResult.Opened opened => opened.Parts,
        PackageResult.Refused refused => throw new InvalidDataException($"Not a sound document ({refused.Kind})."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A password or a label wraps the package into the old container; Word 97 files have the same first bytes.
    private static PackageResult.Refused OfCompoundFile(byte[] bytes) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("WordDocument")) < 0
            ? new(RefusalKind.Encrypted, "Tệp được bảo vệ bằng mật khẩu hoặc nhãn bảo mật; đề nghị bỏ bảo vệ rồi gửi lại.")
            : NotADocx("Tệp này là văn bản Word kiểu cũ (.doc); đề nghị lưu lại thành .docx rồi gửi lại.");

    private static PackageResult.Refused TooMuch(string detail) => new(RefusalKind.TooLarge, detail);

    private static PackageResult.Refused NotADocx(string detail) => new(RefusalKind.NotADocx, detail);

    private static PackageResult ReadZip(byte[] bytes)
    {
        if (ZipDirectory.Count(bytes, MostParts) is not { } count)
        {
            return Broken;
        }

        if (count > MostParts)
        {
            return TooManyParts;
        }

        var file = new PackageFile(bytes);
        return PackageSafety.BadNames(file.EntryNames) ? PackageSafety.Refusal("tên phần bên trong tệp không hợp lệ") : Examine(file);
    }

    private static PackageResult Examine(PackageFile file)
    {
        if (file.Tree(ContentTypesPath) is not { } types)
        {
            return NotADocx("Tệp này không phải là văn bản Word (.docx).");
        }

        var kinds = PackageMap.ContentTypes(types);
        if (PackageMap.HasMacros(kinds) || file.Names.Any(PackageSafety.IsProgram))
        {
            return PackageSafety.Macros;
        }

        if (!PackageMap.HasMain(kinds))
        {
            return NotADocx("Tệp này không phải là văn bản Word (.docx).");
        }

        var main = PackageMap.MainPart(file);
        return main is null || !file.Has(main) ? Broken : CheckParts(file, main, PackageMap.XmlParts(types));
    }

    // Each part is unfolded to its end once: what is refused is refused wherever it lies, and a bomb is found before anything is built.
    private static PackageResult CheckParts(PackageFile file, string main, HashSet<string> typed)
    {
        var (left, markup) = (ReadingLimits.Unfolded, 0L);
        foreach (var name in file.Names)
        {
            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && PackageSafety.CheckRelations(file.Tree(name)!) is { } fetches)
            {
                return fetches;
            }

            var isMarkup = PackageSafety.IsMarkup(name, typed);
            var (refusal, unfolded) = name.Equals(main, StringComparison.OrdinalIgnoreCase) ? CheckBody(file, name, left) : CheckPart(file, name, left, isMarkup);
            if (refusal is not null)
            {
                return refusal;
            }

            left -= unfolded;
            markup += isMarkup ? unfolded : 0;
        }

        return new PackageResult.Opened(file, main, markup);
    }

    private static (PackageResult? Refusal, long Unfolded) CheckBody(PackageFile file, string name, long left)
    {
        try
        {
            return CheckPart(file, name, left, isMarkup: true);
        }
        catch (XmlException broken) when (broken is not TooLargeException && file.TryMend(name))
        {
            return CheckPart(file, name, left, isMarkup: true);
        }
    }

    private static (PackageResult? Refusal, long Unfolded) CheckPart(PackageFile file, string name, long left, bool isMarkup)
    {
        using var stream = file.Open(name, left);
        var refusal = isMarkup ? PackageSafety.CheckMarkup(stream) : null;
        Drain(stream);
        return (refusal, stream.Total);
    }

    private static void Drain(UnfoldingStream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (stream.Read(buffer, 0, buffer.Length) > 0)
        {
            // Counted by the stream.
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>All of a file; null when it is larger than we take. One of known length takes its length and no more.</summary>
    public static byte[]? ReadFile(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return ReadWithin(stream, LargestFile);
        }

        var length = stream.Length - stream.Position;
        if (length > LargestFile)
        {
            return null;
        }

        var bytes = new byte[Math.Max(0, length)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private static byte[]? ReadWithin(Stream stream, int limit)
    {
        var (chunks, length) = (new List<byte[]>(), 0);
        while (length <= limit)
        {
            var chunk = new byte[256 * 1024];
            var read = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            length += read;
            chunks.Add(read == chunk.Length ? chunk : chunk[..read]);
            if (read < chunk.Length)
            {
                break;
            }
        }

        return length > limit ? null : Join(chunks, length);
    }

    private static byte[] Join(List<byte[]> chunks, int length)
    {
        var (bytes, place) = (new byte[length], 0);
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(bytes, place);
            place += chunk.Length;
        }

        return bytes;
    }
}
