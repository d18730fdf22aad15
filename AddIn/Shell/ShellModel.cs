namespace HocTap.Office.AddIn.Shell;

/// <summary>A page of the product.</summary>
public enum PageName
{
    /// <summary>The sign-in page, <c>/</c>.</summary>
    SignIn,

    /// <summary>The task pane, <c>/pane</c>.</summary>
    Pane,

    /// <summary>The registers («sổ đăng ký»), <c>/registers</c>.</summary>
    Registers,

    /// <summary>The state of completion («tình hình hoàn thành»), <c>/completion</c>.</summary>
    Completion,

    /// <summary>What waits for a reviewer («chờ xem xét»), <c>/reviews</c>.</summary>
    Reviews,

    /// <summary>Work that could not be stored («việc chưa lưu được»), <c>/operations</c>.</summary>
    Operations,
}

/// <summary>Who is signed in.</summary>
/// <param name="Code">The person's code, <c>N0037</c>.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="OrganizationName">The name of the person's organization.</param>
public sealed record ShellPerson(string Code, string FullName, string OrganizationName);

/// <summary>What surrounds every page.</summary>
/// <remarks>
/// The handler gives <see cref="Person"/> whenever the cookie or bearer names somebody. <c>/pane</c> is served to everybody (Word on the web
/// sends no cookie): without a person the page's module finds the token itself or leads to the sign-in page.
/// </remarks>
public sealed record ShellModel
{
    /// <summary>The page that is shown; null for one that is not in the navigation.</summary>
    public required PageName? Current { get; init; }

    /// <summary>Who is signed in; null when nobody is known.</summary>
    public ShellPerson? Person { get; init; }

    /// <summary>The pages the person may use, in the order of the navigation; the sign-in page is never among them.</summary>
    public IReadOnlyList<PageName> Pages { get; init; } = [PageName.Pane, PageName.Registers, PageName.Completion];

    /// <summary>The release of the files the page loads, as in their addresses; empty for the files as they are now.</summary>
    public string Release { get; init; } = "";
}
