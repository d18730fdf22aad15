using FsCheck;
using FsCheck.Fluent;
using HocTap.Office.Templates.Authoring;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>Packages changed by chance, at the zip, at the parts, at the elements: reading ends in bounds, and in a result it documents.</summary>
[TestClass]
public sealed class MutationPropertyTests
{
    private const int MostChanges = 4;

    // Far above what a form needs and far below what anything that multiplies would take.
    private const long MostAllocated = 256L * 1024 * 1024;

    private static readonly byte[][] Good = [.. new[] { "mau01-2-typical", "mau02-2-typical", "mau03-2-typical", "mau03-6-maximal" }.Select(name => Sample.Named(name).Fill()), .. FormCatalog.All.Select(form => TemplateAuthor.Build(form, LayoutProfiles.Find(LayoutProfiles.Official)!))];

    [TestMethod]
    public void No_package_makes_the_reader_fail() => Fuzzing.Check(Arb.From(Changes(), Fewer), Fuzzing.MutationCases, item =>
    {
        var file = Mutated(item);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = FormReader.Read(new MemoryStream(file));

        Assert.IsLessThan(MostAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.IsTrue(result is ReadResult.Readable { Document.Values: not null } or ReadResult.Refused { Detail: [.., '.'] }, result.ToString());
        Assert.IsTrue(result is not ReadResult.Readable { Document: var document } || document.Findings.All(finding => finding.Message.Length is > 0 and < 500));
    });

    [TestMethod]
    public void No_package_makes_another_way_in_fail() => Fuzzing.Check(Arb.From(Changes(), Fewer), Fuzzing.EntranceCases, item =>
    {
        var (file, way) = (Mutated(item), Entrance.All[item.Changes[0].A % Entrance.All.Count]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var answer = way.Try(file);

        Assert.IsLessThan(MostAllocated, GC.GetAllocatedBytesForCurrentThread() - before, way.Name);
        Assert.IsTrue(answer is Entrance.Done or [.., '.'], $"{way.Name}: {answer}");
    });

    private static byte[] Mutated((int From, PackageMutation[] Changes) item)
    {
        var parts = item.Changes.Where(change => change.IsOfParts).Aggregate(Docx.Parts(Good[item.From]), (changed, change) => change.Apply(changed));
        return item.Changes.Where(change => !change.IsOfParts).Aggregate(Docx.Pack(parts), (changed, change) => change.Apply(changed));
    }

    private static Gen<(int From, PackageMutation[] Changes)> Changes() =>
        from good in Gen.Choose(0, Good.Length - 1)
        from count in Gen.Choose(1, MostChanges)
        from changes in Gen.ArrayOf(Change(), count)
        select (good, changes);

    private static Gen<PackageMutation> Change() =>
        from kind in Gen.Choose(0, PackageMutation.Kinds - 1)
        from a in Gen.Choose(0, int.MaxValue - 1)
        from b in Gen.Choose(0, int.MaxValue - 1)
        from c in Gen.Choose(0, int.MaxValue - 1)
        select new PackageMutation(kind, a, b, c);

    private static IEnumerable<(int From, PackageMutation[] Changes)> Fewer((int From, PackageMutation[] Changes) item) =>
        item.Changes.Length < 2 ? [] : item.Changes.Select((_, left) => (item.From, item.Changes.Where((_, index) => index != left).ToArray()));
}
