namespace HocTap.Office.GraphService.SharePoint;

/// <summary>
/// What Graph has no words for: the views of a list, the formatting of its columns, its own permissions. The one seam where PnP.Core may take the place of
/// <see cref="SharePointRest"/>; one contract test holds both. Only provisioning and verification use it.
/// </summary>
internal interface INativeLists
{
    /// <summary>All views of a list, those that people made included.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task<IReadOnlyList<NativeView>> ViewsAsync(string listId, CancellationToken cancellationToken);

    /// <summary>Makes a view and gives its id. Its address is made of the title given here and stays; the rest is set by <see cref="SetViewAsync"/>.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task<string> AddViewAsync(string listId, string title, CancellationToken cancellationToken);

    /// <summary>Makes a view what it should be: title, columns in order, query, rows on a page, scope, formatting.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task SetViewAsync(string listId, string viewId, NativeView wanted, CancellationToken cancellationToken);

    /// <summary>The formatting of the columns that have one, by internal name.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task<IReadOnlyDictionary<string, string>> FormatsAsync(string listId, CancellationToken cancellationToken);

    /// <summary>Formats a column.</summary>
    /// <exception cref="SharePointException">SharePoint refused, or there is no such column.</exception>
    Task FormatAsync(string listId, string column, string json, CancellationToken cancellationToken);

    /// <summary>True when the list has permissions of its own and the site's owners, but neither its members nor its visitors, are among those who have one.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task<bool> IsClosedAsync(string listId, CancellationToken cancellationToken);

    /// <summary>Makes it so; whomever somebody has let in by name keeps their permission.</summary>
    /// <exception cref="SharePointException">SharePoint refused.</exception>
    Task CloseAsync(string listId, CancellationToken cancellationToken);
}

/// <summary>A view as SharePoint keeps it.</summary>
/// <param name="Id">Its id; empty for one that is wanted.</param>
/// <param name="Page">The name of its page without the ending, from its first title: it stays when people rename the view.</param>
/// <param name="Title">What people see.</param>
/// <param name="Columns">Internal names, in order.</param>
/// <param name="Query">CAML inside Query.</param>
/// <param name="Rows">Rows on a page.</param>
/// <param name="Recursive">True when a library's view shows the files of all folders.</param>
/// <param name="Format">View formatting JSON; empty for none.</param>
internal sealed record NativeView(string Id, string Page, string Title, IReadOnlyList<string> Columns, string Query, int Rows, bool Recursive, string Format);
