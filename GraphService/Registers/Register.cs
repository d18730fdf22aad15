using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.Templates.Forms;

namespace HocTap.Office.GraphService.Registers;

/// <summary>A register («sổ đăng ký»): a SharePoint list of rows that the documents of one form fill.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Title">The Vietnamese title.</param>
/// <param name="Form">The form whose documents fill it.</param>
/// <param name="List">Its list.</param>
/// <param name="RowsTag">The repeated field whose rows it takes; null when each document is one row.</param>
/// <param name="Tags">The fields it keeps, in order; a column's name is its tag with a capital.</param>
internal sealed record Register(string Name, string Title, string Form, ListSchema List, string? RowsTag, IReadOnlyList<string> Tags)
{
    /// <summary>The fields a table of it shows; the others are in the document's detail.</summary>
    public IReadOnlyList<string> Shown { get; init; } = Tags;

    /// <summary>All registers, in the order of the forms.</summary>
    public static IReadOnlyList<Register> All { get; } =
    [
        new("tasks", "Nhiệm vụ đột phá", "mau01", SiteSchema.BreakthroughTasks, "breakthroughTasks",
            ["taskContent", "leadUnit", "coordinatingUnits", "timeframe", "advisingUnits", "taskSource", "problemTag"]),
        new("models", "Mô hình tiêu biểu", "mau02", SiteSchema.ExemplaryModels, "models", ["modelName", "modelAddress", "currentState", "expectedResult", "modelContent"]),
        new("plans", "Kế hoạch cá nhân", "mau03", SiteSchema.PersonalPlans, null, ["workUnit", "partyPosition", "governmentPosition", "actionContent", "actionSolution"])
        {
            Shown = ["actionContent", "actionSolution"],
        },
        new("acts", "Việc nêu gương", "mau03", SiteSchema.ExemplaryActs, "exemplaryTasks", ["exemplaryGroup", "exemplaryContent", "exemplarySolution", "termPlanLink"]),
    ];

    /// <summary>The register of a name; null when there is none.</summary>
    public static Register? Find(string name) => All.FirstOrDefault(register => register.Name == name);

    /// <summary>True when its documents are those of people.</summary>
    public bool IsPersonal => FormCatalog.Find(FormCode.Parse(Form))?.Personal != false;

    /// <summary>The definition of one of its fields; null while the form is not in the catalog.</summary>
    public FieldDefinition? Definition(string tag)
    {
        var fields = FormCatalog.Find(FormCode.Parse(Form))?.Fields ?? [];
        return (RowsTag is null ? fields : fields.FirstOrDefault(field => field.Tag == RowsTag)?.Columns ?? []).FirstOrDefault(field => field.Tag == tag);
    }

    /// <summary>The Vietnamese head of a field's column.</summary>
    public string LabelOf(string tag) => List.Columns.Single(column => column.Name == ColumnOf(tag)).DisplayName;

    /// <summary>A field's value as people read it: a choice by its label.</summary>
    public string Said(string tag, string value) => Definition(tag)?.Choices.FirstOrDefault(choice => choice.Code == value)?.Label ?? value;

    /// <summary>The name of a field's column.</summary>
    public static string ColumnOf(string tag) => char.ToUpperInvariant(tag[0]) + tag[1..];
}
