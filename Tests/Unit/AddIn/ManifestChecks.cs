using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>What Office asks of a manifest beyond its schemas: addresses, references, identities and icons.</summary>
internal static class ManifestChecks
{
    private const string RibbonSizes = "16 32 80";

    private static readonly XNamespace Basic = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    private static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

    /// <summary>Every fault, one line each; none for a manifest that Office can use.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="address">The address it is served from, with a slash at its end.</param>
    /// <param name="icons">The folder that holds its icons.</param>
    public static IReadOnlyList<string> FaultsOf(XDocument manifest, string address, string icons) =>
    [
        .. Addresses(manifest).Where(value => !value.StartsWith("https://", StringComparison.Ordinal)).Select(value => $"not https: {value}"),
        .. Addresses(manifest).Where(value => !value.StartsWith(address, StringComparison.Ordinal)).Select(value => $"elsewhere: {value}"),
        .. References(manifest).Except(Resources(manifest)).Select(id => $"no such resource: {id}"),
        .. Resources(manifest).Except(References(manifest)).Select(id => $"unused resource: {id}"),
        .. Resources(manifest).Where(id => id.Length > 32).Select(id => $"more than 32 characters: {id}"),
        .. Twice(Resources(manifest)),
        .. Twice([.. manifest.Descendants(Overrides + "Hosts").Descendants().Attributes("id").Select(id => id.Value)]),
        .. manifest.Descendants(Overrides + "Icon").Select(Sizes).Where(sizes => sizes != RibbonSizes).Select(sizes => $"icons of {sizes} instead of {RibbonSizes}"),
        .. Icons(manifest).Select(icon => WrongIcon(icon, icons)).OfType<string>(),
    ];

    private static IEnumerable<string> Addresses(XDocument manifest) => manifest.Descendants()
        .SelectMany(element => element.Attributes())
        .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Value.Contains("://", StringComparison.Ordinal))
        .Select(attribute => attribute.Value);

    private static IEnumerable<string> References(XDocument manifest) => manifest.Descendants().Attributes("resid").Select(attribute => attribute.Value).Distinct();

    private static IReadOnlyList<string> Resources(XDocument manifest) =>
        [.. manifest.Descendants(Overrides + "Resources").Descendants().Attributes("id").Select(attribute => attribute.Value)];

    private static IEnumerable<string> Twice(IReadOnlyList<string> ids) => ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"twice: {same.Key}");

    private static string Sizes(XElement icon) => string.Join(' ', icon.Elements(Basic + "Image").Select(image => image.Attribute("size")!.Value)); // the schema asks for it

    private static IEnumerable<(string Address, int Side)> Icons(XDocument manifest)
    {
        var byId = manifest.Descendants(Basic + "Image").Where(image => image.Attribute("id") is not null)
            .ToLookup(image => image.Attribute("id")!.Value, image => image.Attribute("DefaultValue")!.Value); // filtered just before; the schema asks for the value
        var onRibbon = manifest.Descendants(Basic + "Image").Where(image => image.Attribute("resid") is not null)
            .SelectMany(image => byId[image.Attribute("resid")!.Value].Select(value => (value, int.Parse(image.Attribute("size")!.Value, CultureInfo.InvariantCulture)))); // as above
        return [.. onRibbon, .. Named(manifest, "IconUrl", 32), .. Named(manifest, "HighResolutionIconUrl", 64)];
    }

    private static IEnumerable<(string Address, int Side)> Named(XDocument manifest, string element, int side) =>
        manifest.Root!.Elements().Where(child => child.Name.LocalName == element).Select(child => (child.Attribute("DefaultValue")!.Value, side)); // the schema asks for both

    private static string? WrongIcon((string Address, int Side) icon, string icons)
    {
        var file = Path.Combine(icons, icon.Address[(icon.Address.LastIndexOf('/') + 1)..]);
        if (!File.Exists(file))
        {
            return $"no such icon: {icon.Address}";
        }

        return SizeOf(file) is var (width, height) && (width, height) == (icon.Side, icon.Side) ? null : $"{icon.Address} is {width} × {height}, not {icon.Side}";
    }

    private static (int Width, int Height) SizeOf(string png)
    {
        var head = File.ReadAllBytes(png).AsSpan(16, 8);
        return (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]));
    }
}
