namespace HocTap.Office.GraphService.SharePoint;

/// <summary>How a mirrored list differs from SharePoint («chỗ lệch»), in words.</summary>
internal static class ReadModelDrift
{
    /// <summary>The differences of one list: numbers for all, each document by its id for submissions.</summary>
    public static IEnumerable<string> Of(ListSchema list, IReadOnlyDictionary<string, SiteItem> site, IReadOnlyDictionary<string, MirroredItem> mirror)
    {
        var (onlySite, onlyMirror) = (site.Values.Where(item => !mirror.ContainsKey(item.ItemId)).ToList(), mirror.Values.Where(item => !site.ContainsKey(item.ItemId)).ToList());
        if (onlySite.Count + onlyMirror.Count > 0)
        {
            yield return $"{list.DisplayName}: SharePoint có {site.Count} mục, dữ liệu tra cứu có {mirror.Count}; {onlySite.Count} mục chỉ có ở SharePoint, {onlyMirror.Count} mục chỉ có ở dữ liệu tra cứu.";
        }

        foreach (var difference in list == SiteSchema.Submissions ? OfSubmissions(site, mirror, onlySite, onlyMirror) : [])
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> OfSubmissions(
        IReadOnlyDictionary<string, SiteItem> site, IReadOnlyDictionary<string, MirroredItem> mirror, List<SiteItem> onlySite, List<MirroredItem> onlyMirror) =>
    [
        .. onlySite.Select(item => $"Hồ sơ {item.Fields.Text("SubmissionId")} ({item.Fields.Text("FileLeafRef")}) có ở SharePoint, không có ở dữ liệu tra cứu."),
        .. onlyMirror.Select(item => $"Hồ sơ {item.Name} có ở dữ liệu tra cứu, không còn ở SharePoint."),
        .. mirror.Values.Where(item => site.TryGetValue(item.ItemId, out var its) && its.Fields.Number("StateVersion") != item.Version)
            .Select(item => $"Hồ sơ {item.Name}: SharePoint ở phiên bản {site[item.ItemId].Fields.Number("StateVersion")}, dữ liệu tra cứu ở phiên bản {item.Version}."),
    ];
}
