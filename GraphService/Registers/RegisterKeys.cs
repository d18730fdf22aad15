namespace HocTap.Office.GraphService.Registers;

/// <summary>The keys by which rows of every register can be sorted or grouped, beside the tags of its fields.</summary>
internal static class RegisterKeys
{
    /// <summary>The person, by given name.</summary>
    public const string PersonName = "personName";

    /// <summary>The organization, by name.</summary>
    public const string Organization = "organization";

    /// <summary>The state of the document, in the order of its life.</summary>
    public const string Status = "status";

    /// <summary>When the document came.</summary>
    public const string ReceivedAt = "receivedAt";

    /// <summary>In time before late.</summary>
    public const string Late = "late";

    /// <summary>The place of the row in its document.</summary>
    public const string Number = "number";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [PersonName, Organization, Status, ReceivedAt, Late, Number];
}
