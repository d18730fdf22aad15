namespace HocTap.Office.Tests.EndToEnd.HostPort;

/// <summary>A Word that people have: what it calls itself and the newest requirement sets it knows.</summary>
/// <param name="Platform">The name of <c>Office.PlatformType</c>.</param>
/// <param name="Sets">Requirement sets with their newest version.</param>
internal sealed record WordProfile(string Platform, IReadOnlyDictionary<string, string> Sets)
{
    /// <summary>Microsoft 365 on Windows.</summary>
    public static WordProfile Windows { get; } = Of("PC", "1.9", desktop: "1.5");

    /// <summary>Office LTSC 2024: WordApi 1.8, no repeating sections.</summary>
    public static WordProfile Ltsc2024 { get; } = Of("PC", "1.8", desktop: "1.1");

    /// <summary>Office LTSC 2021, and 2019: WordApi 1.3.</summary>
    public static WordProfile Ltsc2021 { get; } = Of("PC", "1.3");

    /// <summary>Microsoft 365 on a Mac.</summary>
    public static WordProfile Mac { get; } = Of("Mac", "1.9", desktop: "1.5");

    /// <summary>Word in a browser: nothing of the desktop.</summary>
    public static WordProfile Web { get; } = Of("OfficeOnline", "1.9");

    /// <summary>True where controls tell of each edit; elsewhere they tell when the cursor leaves them (office-js #4351).</summary>
    public bool TellsEachEdit => IsWeb;

    /// <summary>True in a browser.</summary>
    public bool IsWeb => Platform == "OfficeOnline";

    /// <summary>A profile by its property's name, for the data of a test.</summary>
    public static WordProfile Named(string name) => name switch
    {
        nameof(Windows) => Windows,
        nameof(Ltsc2024) => Ltsc2024,
        nameof(Ltsc2021) => Ltsc2021,
        nameof(Mac) => Mac,
        nameof(Web) => Web,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such Word."),
    };

    /// <summary>A Word on Windows of any version.</summary>
    public static WordProfile Of(string wordApi) => Of("PC", wordApi);

    private static WordProfile Of(string platform, string wordApi, string? desktop = null)
    {
        var sets = new Dictionary<string, string> { ["WordApi"] = wordApi, ["CustomXmlParts"] = "1.1", ["CompressedFile"] = "1.1" };
        if (desktop is not null)
        {
            sets["WordApiDesktop"] = desktop;
        }

        return new WordProfile(platform, sets);
    }
}
