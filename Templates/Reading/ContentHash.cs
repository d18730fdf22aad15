using System.Security.Cryptography;
using System.Text;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.Templates.Reading;

/// <summary>The fingerprint of what a document says: values and visible words, not how a program packed them.</summary>
internal static class ContentHash
{
    public static string Of(FormDefinition form, FormValues values, IReadOnlyList<BodyLine> lines)
    {
        var text = new StringBuilder(FormJson.Write(form, WithoutRowIds(values)).ToJsonString());
        foreach (var words in lines.Select(line => VietnameseText.Words(line.Text)).Where(words => words.Length > 0))
        {
            text.Append('\n').Append(words);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static FormValues WithoutRowIds(FormValues values) => values with
    {
        Rows = values.Rows.ToDictionary(rows => rows.Key, rows => (IReadOnlyList<FormRow>)[.. rows.Value.Select(row => row with { RowId = null })]),
    };
}
