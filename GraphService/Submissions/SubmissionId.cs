using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.GraphService.Submissions;

/// <summary>The id of one filed document («mã hồ sơ»), a version-7 UUID: sortable by time.</summary>
internal readonly record struct SubmissionId
{
    private readonly Guid value;

    private SubmissionId(Guid value) => this.value = value;

    /// <summary>The last 12 hex digits, used in file names and shown to people: the first ones of such an id are only time.</summary>
    public string Short => value.ToString("N")[20..];

    /// <summary>A new id at an instant.</summary>
    public static SubmissionId New(DateTimeOffset instant) => new(Guid.CreateVersion7(instant));

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static SubmissionId Parse(string text) => new(Guid.Parse(text));

    /// <summary>Reads an id; false when the text is no UUID.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SubmissionId id)
    {
        var found = Guid.TryParse(text, out var guid);
        id = new SubmissionId(guid);
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() => value.ToString("D");
}
