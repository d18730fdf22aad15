using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HocTap.Office.Templates.Forms;

/// <summary>The code of an official form («mẫu»): <c>mau01</c>, <c>mau02</c>, <c>mau03</c>.</summary>
/// <remarks>Any code of that shape parses; whether such a form exists is <see cref="FormCatalog"/>'s to say.</remarks>
[JsonConverter(typeof(Converter))]
public readonly partial record struct FormCode
{
    private readonly string? value;

    private FormCode(string value) => this.value = value;

    /// <summary>The code as it stands on the wire, lower case ASCII.</summary>
    public string Value => value ?? "";

    /// <summary>The form's number inside file names, <c>M03</c> for <c>mau03</c>.</summary>
    public string FileCode => $"M{Value[3..]}";

    /// <summary>Parses a form code.</summary>
    /// <exception cref="FormatException">The text is not <c>mau</c> and two digits.</exception>
    public static FormCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a form code.");

    /// <summary>Parses a form code; false when the text is not <c>mau</c> and two digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FormCode code)
    {
        var matches = text is not null && Pattern().IsMatch(text);
        code = matches ? new FormCode(text!) : default;
        return matches;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"\Amau[0-9]{2}\z")]
    private static partial Regex Pattern();

    private sealed class Converter : JsonConverter<FormCode>
    {
        public override FormCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a form code.");

        public override void Write(Utf8JsonWriter writer, FormCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
