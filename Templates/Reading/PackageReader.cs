using System.IO.Compression;
using System.Text;
using System.Xml;
using HocTap.Office.Templates.Packages;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.Reading;

/// <summary>Opens a package of unknown origin: limits are kept while reading, so a bomb never unfolds.</summary>
internal static class PackageReader
{
    public const int LargestFile = 20 * 1024 * 1024;
    public const int MostParts = 200;
    public const long LargestTotal = 64L * 1024 * 1024;
    private const long LargestPart = 32L * 1024 * 1024;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static ReadResult.Refused BrokenPackage { get; } =
        new(RefusalKind.Broken, "Tệp Word bị hỏng; đề nghị mở tệp trong Word, lưu lại rồi gửi lại.");

    private static PackageResult Broken => new PackageResult.Refused(BrokenPackage.Kind, BrokenPackage.Detail);

    public static ReadResult.Refused TooLong { get; } =
        new(RefusalKind.TooLarge, "Văn bản dài hơn nhiều so với một mẫu đăng ký nên không đọc được; đề nghị rút gọn rồi gửi lại.");

    public static PackageResult TooLargeFile => TooMuch("Tệp quá lớn: hệ thống chỉ nhận tệp không quá 20 MB.");

    private static PackageResult TooManyParts => TooMuch("Tệp chứa quá nhiều phần bên trong, thường do chèn nhiều hình; đề nghị bỏ bớt rồi gửi lại.");

    private static PackageResult Unfolded => TooMuch("Nội dung bên trong tệp quá lớn khi mở nén, thường do hình ảnh; đề nghị bỏ bớt rồi gửi lại.");

    public static PackageResult Read(Stream stream)
    {
        var bytes = ReadWithin(stream, LargestFile);
        return bytes is null ? TooLargeFile : Read(bytes);
    }

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
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts)
        {
            return TooManyParts;
        }

        if (PackageSafety.BadNames(zip.Entries.Select(entry => entry.FullName)))
        {
            return PackageSafety.Refusal("tên phần bên trong tệp không hợp lệ");
        }

        var parts = Inflate(zip);
        return parts is null ? Unfolded : Examine(new DocxParts(parts));
    }

    private static List<KeyValuePair<string, byte[]>>? Inflate(ZipArchive zip)
    {
        var (parts, left) = (new List<KeyValuePair<string, byte[]>>(), LargestTotal);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var stream = entry.Open();
            var content = ReadWithin(stream, Math.Min(LargestPart, left));
            if (content is null)
            {
                return null;
            }

            left -= content.Length;
            parts.Add(new(entry.FullName, content));
        }

        return parts;
    }

    private static PackageResult Examine(DocxParts parts)
    {
        if (parts[ContentTypesPath] is not { } types)
        {
            return NotADocx("Tệp này không phải là văn bản Word (.docx).");
        }

        var main = PackageMap.MainPart(parts);
        var kinds = PackageMap.ContentTypes(SafeXml.Parse(types));
        if (PackageMap.HasMacros(kinds))
        {
            return new PackageResult.Refused(RefusalKind.MacroEnabled, "Tệp có chứa macro; đề nghị lưu lại thành .docx không có macro rồi gửi lại.");
        }

        if (!PackageMap.HasMain(kinds))
        {
            return NotADocx("Tệp này không phải là văn bản Word (.docx).");
        }

        return main is null || parts[main] is null ? Broken : PackageSafety.Check(parts) ?? new PackageResult.Opened(parts, main);
    }

    private static byte[]? ReadWithin(Stream stream, long limit)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (copy.Length + read > limit)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
