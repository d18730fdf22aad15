using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Reading;

/// <summary>The fingerprint of what a document says: values and visible words, not how a program packed them.</summary>
internal static class ContentHash
{
    private const int UsualLength = 16 * 1024;

    public static string Of(FormDefinition form, FormValues values, IReadOnlyList<BodyLine> lines)
    {
        var text = Start(form, values);
        foreach (var line in lines)
        {
            if (line.Words.Length > 0)
            {
                text.Write("\n"u8);
                Encoding.UTF8.GetBytes(line.Words, text);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    /// <summary>The same of a body that is known to be ours, byte for byte.</summary>
    public static string OfOurs(FormDefinition form, FormValues values, ReadOnlySpan<byte> body)
    {
        var text = Start(form, values);
        PlainWords.WriteTo(text, body);
        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    private static ArrayBufferWriter<byte> Start(FormDefinition form, FormValues values)
    {
        var text = new ArrayBufferWriter<byte>(UsualLength);
        using var json = new Utf8JsonWriter(text);
        FormJson.WriteTo(json, form, values);
        return text;
    }
}
