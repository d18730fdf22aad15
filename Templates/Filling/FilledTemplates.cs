using System.Collections.Concurrent;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Filling;

/// <summary>The official templates that this process has filled lately, by what a document tells of how it was made: so that its reader may look whether it is one of theirs.</summary>
/// <remarks>Nothing is kept alive by it, and it forgets everything when it is full. Thread-safe.</remarks>
internal static class FilledTemplates
{
    private const int Most = 64;

    private static readonly ConcurrentDictionary<MadeBy, WeakReference<CampaignTemplate>> Known = new();

    /// <summary>Remembers a template; of several made alike the last one.</summary>
    public static void Remember(CampaignTemplate template)
    {
        if (Known.Count >= Most)
        {
            Known.Clear();
        }

        Known[template.MadeBy] = new WeakReference<CampaignTemplate>(template);
    }

    /// <summary>The template of a document; null when it is not remembered.</summary>
    public static CampaignTemplate? Find(MadeBy madeBy) => Known.TryGetValue(madeBy, out var known) && known.TryGetTarget(out var template) ? template : null;
}

/// <summary>How a document was made, as far as it tells.</summary>
internal sealed record MadeBy(FormCode Form, string Campaign, LayoutNames Layout);
