using System.Xml.Linq;

namespace HocTap.Office.Templates.Checking.Looks;

/// <summary>The fill behind letters or behind a whole paragraph.</summary>
internal static class Shading
{
    /// <summary>True when the last layer that says anything of it leaves no white paper.</summary>
    public static bool IsOn(IEnumerable<XElement> layers) =>
        layers.Select(layer => layer.Child("shd")).LastOrDefault(shade => shade is not null) is { } last && ((last.Get("fill") ?? "auto") is not ("auto" or "FFFFFF" or "ffffff") || last.Val() is not (null or "nil" or "clear"));

    /// <summary>Takes the fill away: by taking out what the properties say of it, and only where that is not enough by saying none.</summary>
    public static void TakeOff(XElement owner, string properties, Func<bool> isRight)
    {
        owner.Child(properties)?.Child("shd")?.Remove();
        if (!isRight())
        {
            owner.Properties(properties).Put("shd").Set("val", "clear").Set("color", "auto").Set("fill", "auto");
        }
    }
}
