using System.Text;
using HocTap.Office.Templates.Packages;

namespace HocTap.Office.Tests.Unit.Templates.Checking;

/// <summary>A repair touches the parts it mends; all others lie in the new file as they were packed in the old one.</summary>
[TestClass]
public sealed class RepairedPackageTests
{
    [TestMethod]
    public void Parts_that_are_not_mended_are_copied_as_they_were_packed()
    {
        var damaged = DamagedDocument.Of(Sample.Named("mau01-2-typical").Fill(), Damage.All.Where(damage => damage.Name == "a margin"), 3).Docx;

        var (before, after) = (Packed(damaged), Packed(Layouts.Repair(damaged).Docx.ToArray()));

        CollectionAssert.AreEqual(before.Select(part => part.Name).ToList(), after.Select(part => part.Name).ToList());
        CollectionAssert.AreEqual(new[] { Docx.Document }, before.Zip(after).Where(pair => !pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span)).Select(pair => pair.First.Name).ToList());
    }

    private static List<(string Name, ReadOnlyMemory<byte> Bytes)> Packed(byte[] docx) => [.. ZipDirectory.Read(docx).Select(entry => (Encoding.UTF8.GetString(entry.Name.Span), entry.Packed))];
}
