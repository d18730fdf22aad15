namespace HocTap.Office.LocalTenant.Drives;

/// <summary>Drive item ids in SharePoint's form: 01, six letters of the drive, 26 of the item, base 32.</summary>
internal static class DriveItemIds
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(Guid list, Guid item) => $"01{Encode(list.ToByteArray())[^6..]}{Encode(item.ToByteArray())}";

    private static string Encode(byte[] bytes) => new([.. Enumerable.Range(0, ((bytes.Length * 8) + 4) / 5).Select(index => Alphabet[FiveBits(bytes, index * 5)])]);

    private static int FiveBits(byte[] bytes, int bit)
    {
        var (at, shift) = (bit / 8, bit % 8);
        var word = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
        return (word >> (11 - shift)) & 31;
    }
}
