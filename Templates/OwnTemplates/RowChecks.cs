using System.Xml.Linq;
using HocTap.Office.Templates.Forms;
using static HocTap.Office.Templates.Packages.Ooxml;

namespace HocTap.Office.Templates.OwnTemplates;

/// <summary>Tells what is wrong with the repeating sections of a template.</summary>
internal sealed class RowChecks(FormDefinition form, IReadOnlyList<TemplateControl> controls, PlaceNames places)
{
    public IEnumerable<Finding> Find() => form.RowFields.Where(rows => form.BlockOf(rows) is not null).SelectMany(OfRows);

    private IEnumerable<Finding> OfRows(FieldDefinition rows)
    {
        var sections = controls.Where(control => control.Tag == rows.Tag).ToList();
        return sections switch
        {
            [] => [TemplateFindings.Missing(rows, ", là phần lặp của mẫu")],
            [var section] => OfSection(rows, section),
            _ => [TemplateFindings.RepeatedWhereOnce(rows, string.Join("; ", sections.Select(section => places.Of(section.Element))))],
        };
    }

    private IEnumerable<Finding> OfSection(FieldDefinition rows, TemplateControl section)
    {
        var place = places.Of(section.Element);
        if (section.Properties?.Element(W15 + "repeatingSection") is null)
        {
            return [TemplateFindings.BrokenRows(rows, place, "không còn là phần lặp (Repeating Section). Hãy chép lại cả phần từ mẫu chính thức.")];
        }

        if (section.Element.Ancestors(W + "sdt").Any())
        {
            return [TemplateFindings.BrokenRows(rows, place, "nằm bên trong một ô khác. Hãy chuyển ra ngoài.")];
        }

        var items = section.Content?.Elements(W + "sdt").Where(ControlChecks.IsItem).ToList() ?? [];
        return items is [] ? [TemplateFindings.BrokenRows(rows, place, "không còn dòng mẫu nào. Hãy chép lại cả phần từ mẫu chính thức.")]
            : Loose(section, items) ? [TemplateFindings.BrokenRows(rows, place, "có dòng đứng ngoài dòng mẫu. Hãy xóa các dòng thêm, chỉ giữ dòng mẫu đầu tiên.")]
            : form.BlockOf(rows) is { Block: "table" } && items[0].Element(W + "sdtContent")?.Elements(W + "tr").Count() != 1
                ? [TemplateFindings.BrokenRows(rows, place, "phải là đúng một dòng của bảng.")]
            : items.Count > 1 ? [TemplateFindings.MoreItems(rows, place, items.Count)] : [];
    }

    private static bool Loose(TemplateControl section, List<XElement> items) =>
        section.Content!.Elements().Except(items).Any(element => element.Name.LocalName is "tr" or "p" or "tbl" or "sdt"); // it has items
}
