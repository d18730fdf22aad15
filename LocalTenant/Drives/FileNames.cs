using System.Text.RegularExpressions;
using HocTap.Office.LocalTenant.Items;
using HocTap.Office.LocalTenant.Lists;
using HocTap.Office.LocalTenant.Wire;

namespace HocTap.Office.LocalTenant.Drives;

/// <summary>The names SharePoint refuses, and the server-relative paths that are too long.</summary>
internal static partial class FileNames
{
    private const int LongestPath = 400;

    public static void Check(GraphCall call, ListRow library, ItemRow folder, string name)
    {
        if (name.Length is 0 or > 255 || name.Trim(' ', '.') != name || Forbidden().IsMatch(name) || (folder.IsRoot && name.Equals("forms", StringComparison.OrdinalIgnoreCase)))
        {
            throw new GraphError(400, "invalidRequest", "The provided name cannot contain or be one of the reserved characters or names.") { InnerCode = "invalidPath" };
        }
        if ($"{call.Tenant.Site.Path}/{library.Folder}/{folder.Path}/{name}".Replace("//", "/", StringComparison.Ordinal).Length > LongestPath)
        {
            throw new GraphError(400, "invalidRequest", "The path is too long.") { InnerCode = "pathIsTooLong" };
        }
    }

    /// <summary>The first of "name 1", "name 2", … that nothing in the folder has.</summary>
    public static string Free(GraphCall call, ItemRow folder, string name) => Enumerable.Range(1, 10_000)
        .Select(number => string.Create(null, $"{Path.GetFileNameWithoutExtension(name)} {number}{Path.GetExtension(name)}"))
        .First(candidate => ItemsTable.Child(call.Db, folder, candidate) is null);

    [GeneratedRegex(@"[""*:<>?/\\|]|_vti_|^[~$]|^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Forbidden();
}
