namespace HocTap.Office.Tests.Unit.Templates;
[TestClass]
public sealed class DumpTests
{
    [TestMethod]
    public void Dump()
    {
        Directory.CreateDirectory("/tmp/ht");
        foreach (var s in Sample.All.Where(s => s.Code.Value == "mau03")) { File.WriteAllBytes($"/tmp/ht/{s.Name}.docx", s.Fill()); }
        var e = Sample.Named("mau03-1-minimal");
        File.WriteAllBytes("/tmp/ht/blank.docx", HocTap.Office.Templates.Filling.FormFiller.Fill(e.Form, e.Campaign, HocTap.Office.Templates.Forms.FormValues.Empty, e.Identity));
    }
}
