using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Tells what is wrong with the controls of single fields and columns: missing, repeated, unknown, of the wrong kind, in the wrong place.</summary>
/// <param name="form">The form.</param>
/// <param name="controls">All controls of the body, already settled.</param>
/// <param name="places">Names places.</param>
/// <param name="broken">The tags of the repeated fields whose section is wrong itself: what that means for its columns is not told again.</param>
/// <param name="mends">True when kinds are to be mended instead of refused.</param>
internal sealed class ControlChecks(FormDefinition form, IReadOnlyList<TemplateControl> controls, PlaceNames places, IReadOnlySet<string> broken, bool mends)
{
    private const int MostPlaces = 5;

    // What a control holds instead of text, with the words for it; those that show text can be made text again.
    private static readonly (string Name, string What, bool IsText)[] OtherKinds =
    [
        ("date", "là ô chọn ngày (Date Picker)", true), ("dropDownList", "là danh sách chọn (Drop-Down List)", true), ("comboBox", "là hộp chọn (Combo Box)", true),
        ("picture", "là ô hình", false), ("checkbox", "là ô đánh dấu (Check Box)", false), ("docPartObj", "là khối dựng sẵn (Building Block)", false),
        ("docPartList", "là khối dựng sẵn (Building Block)", false), ("group", "là nhóm ô (Group)", false), ("citation", "là ô trích dẫn", false),
        ("bibliography", "là ô thư mục", false), ("equation", "là ô công thức", false), ("repeatingSection", "là phần lặp (Repeating Section)", false),
    ];

    public IEnumerable<Finding> Find() =>
    [
        .. form.SingleFields.Where(field => field.Printed).SelectMany(OfSingle),
        .. form.RowFields.Where(rows => !broken.Contains(rows.Tag)).SelectMany(rows => rows.Columns.Where(column => column.Printed).SelectMany(column => OfColumn(rows, column))),
        .. controls.Where(control => control is { Field: null, IsCampaign: false }).Select(Unknown),
        .. OfCampaign(),
        .. controls.Where(control => control is { Field: not null, IsSection: false }).SelectMany(OfOne),
    ];

    private IEnumerable<Finding> OfSingle(FieldDefinition field)
    {
        var own = controls.Where(control => control.Tag == field.Tag).ToList();
        if (own.Count == 0)
        {
            return [TemplateFindings.Missing(field, "")];
        }

        var repeated = own.FirstOrDefault(control => form.RowFields.Any(rows => control.IsWithin(rows.Tag)));
        return
        [
            .. own.Count > 1 ? [TemplateFindings.Repeated(field, Places(own))] : Array.Empty<Finding>(),
            .. repeated is null ? [] : new[] { TemplateFindings.WrongPlace(field, places.Of(repeated.Element), "nằm trong phần lặp, nên sẽ lặp theo từng dòng. Hãy chuyển ra ngoài.") },
        ];
    }

    private IEnumerable<Finding> OfColumn(FieldDefinition rows, FieldDefinition column)
    {
        var own = controls.Where(control => control.Tag == column.Tag).ToList();
        var outside = own.Where(control => !control.IsWithin(rows.Tag)).ToList();
        var inside = own.Except(outside).Where(control => control.Element.Ancestors(W + "sdt").FirstOrDefault(IsItem)?.ElementsBeforeSelf(W + "sdt").Any(IsItem) != true).ToList();
        return
        [
            .. own.Count == 0 ? [TemplateFindings.Missing(column, $" của phần lặp “{rows.Label}”")] : Array.Empty<Finding>(),
            .. outside.Select(control => TemplateFindings.WrongPlace(column, places.Of(control.Element), $"nằm ngoài phần lặp “{rows.Label}”. Hãy chuyển vào trong.")),
            .. inside.Count > 1 ? [TemplateFindings.RepeatedWhereOnce(column, Places(inside))] : Array.Empty<Finding>(),
        ];
    }

    private Finding Unknown(TemplateControl control) => TemplateFindings.Unknown(control.Tag, places.Of(control.Element), Like(control.Tag));

    private string? Like(string tag)
    {
        var known = form.Fields.Concat(form.RowFields.SelectMany(rows => rows.Columns)).Select(field => field.Tag).ToList();
        return known.Find(other => string.Equals(other, tag.Trim(), StringComparison.OrdinalIgnoreCase)) ?? known.Find(other => IsSlipOf(tag, other));
    }

    // Letters lost, doubled or mistaken in one place.
    private static bool IsSlipOf(string tag, string known)
    {
        (tag, known) = (tag.ToUpperInvariant(), known.ToUpperInvariant());
        var (start, most) = (tag.AsSpan().CommonPrefixLength(known), Math.Min(tag.Length, known.Length));
        var end = 0;
        while (end < most - start && tag[^(end + 1)] == known[^(end + 1)])
        {
            end++;
        }

        return Math.Max(tag.Length, known.Length) - start - end <= 2;
    }

    private IEnumerable<Finding> OfCampaign()
    {
        var present = controls.Where(control => control.IsCampaign).ToList();
        return
        [
            .. present.Where(control => !CampaignPlaces.IsKnown(control.Tag)).Select(control => TemplateFindings.UnknownCampaignText(control.Tag, places.Of(control.Element))),
            .. CampaignPlaces.Of(form).Where(tag => present.All(control => control.Tag != tag)).Select(TemplateFindings.MissingCampaignText),
        ];
    }

    private IEnumerable<Finding> OfOne(TemplateControl control)
    {
        var field = control.Field!; // asked for by the caller
        var place = places.Of(control.Element);
        if (control.Element.Ancestors().Any(outer => outer.Name.LocalName == "txbxContent"))
        {
            return [TemplateFindings.WrongPlace(field, place, "nằm trong khung chữ (Text Box), nơi hệ thống không điền được. Hãy chuyển ra thân văn bản.")];
        }

        return ShapeOf(control, field, place) is { } shape ? [shape] : [.. KindOf(control, field, place), .. LockOf(control, field, place)];
    }

    // What the settling could not bring into shape.
    private static Finding? ShapeOf(TemplateControl control, FieldDefinition field, string place)
    {
        var (content, isRun) = (control.Content?.Elements().Select(element => element.Name.LocalName).ToHashSet() ?? [], control.Element.Ancestors(W + "p").Any());
        return content.Contains("tc") ? TemplateFindings.WrongPlace(field, place, "trùm qua nhiều ô của bảng. Hãy xóa rồi chép lại vào trong một ô.")
            : content.Contains("tr") ? TemplateFindings.WrongPlace(field, place, "trùm qua cả dòng của bảng. Hãy xóa rồi chép lại vào trong một ô.")
            : content.Contains("tbl") ? TemplateFindings.WrongPlace(field, place, "có bảng bên trong. Hãy bỏ bảng ra khỏi ô.")
            : field.IsBlock && isRun ? TemplateFindings.WrongPlace(field, place, "đứng chung đoạn với chữ khác. Ô này chứa nhiều đoạn nên phải đứng riêng một đoạn.")
            : !field.IsBlock && !isRun ? TemplateFindings.WrongKind(field, "trùm qua nhiều đoạn", place, "ô này chỉ chứa một dòng, hãy để nó nằm gọn trong một đoạn")
            : control.Content is null ? TemplateFindings.WrongKind(field, "bị hỏng", place, "hãy chép lại từ mẫu chính thức")
            : null;
    }

    private IEnumerable<Finding> KindOf(TemplateControl control, FieldDefinition field, string place)
    {
        foreach (var (name, what, isText) in OtherKinds.Where(kind => control.HasProperty(kind.Name)))
        {
            yield return mends && isText ? TemplateFindings.KindMended(field, what, place)
                : TemplateFindings.WrongKind(field, what, place, $"hãy thay bằng ô chữ ({(field.IsBlock ? "Rich Text" : "Plain Text")}) chép từ mẫu chính thức");
        }

        if (control.HasProperty("dataBinding"))
        {
            const string What = "gắn với dữ liệu bên trong tệp (XML Mapping)";
            yield return mends ? TemplateFindings.KindMended(field, What, place) : TemplateFindings.WrongKind(field, What, place, "hãy xóa rồi chép lại ô từ mẫu chính thức");
        }

        if (field.IsBlock && control.HasProperty("text"))
        {
            const string What = "là ô chữ một đoạn (Plain Text), trong khi nội dung có thể nhiều đoạn";
            yield return mends ? TemplateFindings.KindMended(field, What, place) : TemplateFindings.WrongKind(field, What, place, "hãy thay bằng ô Rich Text chép từ mẫu chính thức");
        }
        else if (!field.IsBlock && !control.HasProperty("text") && !OtherKinds.Any(kind => control.HasProperty(kind.Name)))
        {
            yield return TemplateFindings.KindMended(field, "là ô Rich Text, trong khi chỉ chứa một dòng", place);
        }
    }

    private static IEnumerable<Finding> LockOf(TemplateControl control, FieldDefinition field, string place) =>
        (string?)control.Properties?.Element(W + "lock")?.Attribute(W + "val") is "contentLocked" or "sdtContentLocked" ? [TemplateFindings.Locked(field, place)] : [];

    private string Places(List<TemplateControl> own) => string.Join("; ", own.Take(MostPlaces).Select(control => places.Of(control.Element)));

    internal static bool IsItem(XElement control) => control.Element(W + "sdtPr")?.Element(W15 + "repeatingSectionItem") is not null;
}
