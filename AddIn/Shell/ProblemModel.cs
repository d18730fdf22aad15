namespace HocTap.Office.AddIn.Shell;

/// <summary>A page that tells why the page asked for cannot be shown («trang báo lỗi»), with the status code of the problem.</summary>
public sealed record ProblemModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>What is the matter, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What happened and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The address asked for, with its query.</summary>
    public required string Address { get; init; }

    /// <summary>True when it passes by itself («đang khởi động»): the answer tells the browser to come again.</summary>
    public bool Passes { get; init; }

    /// <summary>The page to go back to: the one the address lies under, else the first the person has.</summary>
    public PageName Back => Shell.Pages.FirstOrDefault(page => Address.StartsWith(PageShell.PathOf(page), StringComparison.Ordinal), Shell.Pages[0]);
}
