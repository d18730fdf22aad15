using System.Xml.Linq;
using HocTap.Office.Templates.Filling;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Edits;

/// <summary>A work of section III as a person would say it.</summary>
internal sealed record PlanRow(string Id, string Group, string Content, string Solution, string Link = "");

/// <summary>A filled plan, what somebody did to the file, and what a reading of it must say: <c>Filled().Edit(…).ExpectValue(…).ExpectFinding(…)</c>.</summary>
internal sealed class PlanDocument
{
    public const string Rows = "exemplaryTasks";

    private static readonly Sample Typical = Sample.Named("mau03-2-typical");

    private readonly FormValues written;
    private readonly byte[] docx;
    private readonly Lazy<FormDocument> read;

    private PlanDocument(FormValues written, byte[] docx)
    {
        (this.written, this.docx) = (written, docx);
        read = new(() => Templates.Reading.Of(docx));
    }

    public static PlanRow RowA { get; } = new("r1", "1", "Nội dung A", "Giải pháp A", "liên kết A");

    public static PlanRow RowB { get; } = new("r2", "2", "Nội dung B", "Giải pháp B", "liên kết B");

    private static IReadOnlyDictionary<string, string> Singles { get; } = new Dictionary<string, string>
    {
        ["superiorOrgName"] = "UBND THÀNH PHỐ LAM KIỀU", ["orgName"] = "PHÒNG TƯ PHÁP", ["placeName"] = "Lam Kiều", ["documentDate"] = "2024-02-05",
        ["fullName"] = "Đường Duy Đệ", ["dateOfBirth"] = "1980-09-05", ["workUnit"] = "Phòng Tư pháp", ["partyPosition"] = "Đảng viên",
        ["governmentPosition"] = "Chuyên viên", ["orgPlanNumber"] = "03-KH/CB", ["orgPlanDate"] = "2024-02-01", ["orgPlanIssuer"] = "Chi bộ Phòng Tư pháp",
        ["actionContent"] = "- Việc một.\n- Việc hai.", ["actionSolution"] = "Giao ban tuần.\nTừ tháng 3.", ["closingAddressee"] = "Phòng Tư pháp",
        ["confirmerTitle"] = "BÍ THƯ CHI BỘ", ["confirmerName"] = "Vũ Thế Chiểu", ["planOwnerName"] = "Đường Duy Đệ",
    };

    /// <summary>Where a test sets a list, the documents of the stories it tells, for doing more with them.</summary>
    public static AsyncLocal<List<byte[]>?> Made { get; } = new();

    /// <summary>The plan of two works, some of its values changed.</summary>
    public static PlanDocument Filled(params (string Tag, string Value)[] changes) => Of([RowA, RowB], changes);

    /// <summary>The plan with these works and no others.</summary>
    public static PlanDocument WithRows(params PlanRow[] rows) => Of(rows, []);

    /// <summary>The same plan as it comes from another program.</summary>
    public PlanDocument As(byte[] saved)
    {
        Made.Value?.Add(saved);
        return new(written, saved);
    }

    public byte[] Docx => docx;

    public FormDocument Document => read.Value;

    public PlanDocument Edit(Action<XElement> edit) => As(Templates.Docx.Edit(docx, edit));

    public PlanDocument Package(Func<byte[], byte[]> edit) => As(edit(docx));

    /// <summary>A value by its path: a tag, <c>[0].tag</c> in a work.</summary>
    public PlanDocument ExpectValue(string path, string value)
    {
        Assert.AreEqual(value, ValueOf(path), $"{path}\n{Told()}");
        return this;
    }

    public PlanDocument ExpectRows(int count)
    {
        Assert.HasCount(count, Document.Values.RowsOf(Rows), Told());
        return this;
    }

    /// <summary>Every printed value is as it was written.</summary>
    public PlanDocument ExpectAllValues()
    {
        Assert.AreEqual(Templates.Reading.Json(Typical.Form, written), Templates.Reading.Json(Typical.Form, Document.Values), Told());
        return this;
    }

    /// <summary>All values but these are as they were written.</summary>
    public PlanDocument ExpectOtherValues(params string[] tags)
    {
        foreach (var (tag, value) in written.Fields.Where(field => !tags.Contains(field.Key)))
        {
            ExpectValue(tag, value);
        }

        return this;
    }

    public PlanDocument ExpectFinding(string rule, string words, string path = "")
    {
        Assert.IsTrue(
            Document.Findings.Any(finding => finding.Rule == rule && finding.Message.Contains(words, StringComparison.Ordinal) && (path.Length == 0 || finding.Path == path)),
            $"{rule} “{words}” {path}\n{Told()}");
        return this;
    }

    /// <summary>These rules and no others, each as often as it is named.</summary>
    public PlanDocument ExpectOnly(params string[] rules)
    {
        CollectionAssert.AreEquivalent(rules, Document.Findings.Select(finding => finding.Rule).ToList(), Told());
        return this;
    }

    public PlanDocument ExpectOutcome<TOutcome>(string path)
        where TOutcome : FieldOutcome
    {
        Assert.IsInstanceOfType<TOutcome>(Document.Outcomes[path], Told());
        return this;
    }

    /// <summary>This value was taken away on purpose, and nothing else happened.</summary>
    public PlanDocument ExpectEmptied(string tag, params string[] told) => ExpectValue(tag, "").ExpectOtherValues(tag).ExpectOutcome<FieldOutcome.Changed>(tag).ExpectOnly(told);

    /// <summary>A broken rule of the form when the plan is owed with one or two works.</summary>
    public PlanDocument ExpectRule(string rule, string path)
    {
        var broken = RuleChecker.Check(Document.Form, Document.Values, new RuleContext(2024, new DateOnly(2024, 3, 1), true, 1, 2));
        Assert.IsTrue(broken.Any(finding => finding.Rule == rule && finding.Path == path), string.Join('\n', broken));
        return this;
    }

    private static PlanDocument Of(IReadOnlyList<PlanRow> rows, (string Tag, string Value)[] changes)
    {
        var singles = new Dictionary<string, string>(Singles);
        foreach (var (tag, value) in changes)
        {
            singles[tag] = value;
        }

        var values = FilledValues.Complete(Typical.Form, new FormValues(singles, new Dictionary<string, IReadOnlyList<FormRow>> { [Rows] = [.. rows.Select(Row)] }));
        return new PlanDocument(values, FormFiller.Fill(Typical.Form, Typical.Campaign, values, new(Typical.Code, "HT2024", "P-TP", "N0326")));
    }

    private static FormRow Row(PlanRow row) => new(row.Id, new Dictionary<string, string>
    {
        ["exemplaryGroup"] = row.Group, ["exemplaryContent"] = row.Content, ["exemplarySolution"] = row.Solution, ["termPlanLink"] = row.Link,
    });

    private string ValueOf(string path)
    {
        if (!path.StartsWith('['))
        {
            return Document.Values[path];
        }

        var (number, tag) = (path[1] - '0', path[4..]);
        var rows = Document.Values.RowsOf(Rows);
        return number >= rows.Count ? "(không có dòng này)" : tag == "rowId" ? rows[number].RowId ?? "" : rows[number][tag];
    }

    private string Told() => string.Join('\n', Document.Findings.Select(finding => $"{finding.Rule} {finding.Path}: {finding.Message}"))
        + "\n" + Templates.Reading.Json(Typical.Form, Document.Values);
}
