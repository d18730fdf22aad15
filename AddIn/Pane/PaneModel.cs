using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.Pane;

/// <summary>The task pane: <c>GET /pane</c> (public: holds no personal data but the name in the shell).</summary>
/// <remarks>
/// The module loads <c>/pane/duties</c> and, with <c>?form&amp;campaign&amp;organization&amp;person</c> in the page's own address, at once
/// <c>/pane/forms/{form}</c> of that target, both with the bearer token.
/// </remarks>
public sealed record PaneModel
{
    /// <summary>What surrounds the page.</summary>
    public required ShellModel Shell { get; init; }
}
