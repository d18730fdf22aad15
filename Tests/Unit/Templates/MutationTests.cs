using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using HocTap.Office.Templates.Reading;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>Sound documents of strange builds: they are read with findings, never taken for broken. The guard around reading must have nothing to do.</summary>
[TestClass]
public sealed class MutationTests
{
    private static readonly string[] Wrappers = ["ins", "del", "moveFrom", "moveTo", "smartTag", "sdt", "sdtContent", "tbl", "tr", "tc", "r", "p", "hyperlink", "numPr", "sym", "br"];

    [TestMethod]
    [DataRow("mau01-2-typical")]
    [DataRow("mau02-2-typical")]
    [DataRow("mau03-2-typical")]
    [DataRow("mau03-6-maximal")]
    public void A_body_with_elements_moved_wrapped_doubled_or_gone_is_still_read(string name)
    {
        var good = Sample.Named(name).Fill();
        var bare = Docx.Without(good, "customXml/item1.xml");
        for (var seed = 0; seed < 150; seed++)
        {
            Action<XElement> mutate = body => Mutate(body, seed);

            Assert.IsInstanceOfType<ReadResult.Readable>(Reading.Result(Docx.Edit(good, mutate)), $"{seed}");
            Assert.IsFalse(Reading.Result(Docx.Edit(bare, mutate)) is ReadResult.Refused { Kind: not RefusalKind.NotOurForm }, $"{seed}, without the part");
        }
    }

    private static void Mutate(XElement body, int seed)
    {
        for (var step = 0; step < 1 + (Dice(seed, -1) % 6); step++)
        {
            var all = body.Descendants().ToList();
            var (one, other) = (all[Dice(seed, 3 * step) % all.Count], all[Dice(seed, (3 * step) + 1) % all.Count]);
            Mutate(one, other, Dice(seed, (3 * step) + 2));
        }
    }

    private static void Mutate(XElement one, XElement other, int choice)
    {
        switch (choice % 5)
        {
            case 0:
                one.Remove();
                break;
            case 1:
                one.AddAfterSelf(new XElement(one));
                break;
            case 2 when !other.AncestorsAndSelf().Contains(one):
                one.Remove();
                other.Add(one);
                break;
            case 3:
                one.ReplaceWith(new XElement(Docx.W + Wrappers[choice / 5 % Wrappers.Length], one));
                break;
            default:
                one.ReplaceWith(one.Nodes());
                break;
        }
    }

    // Numbers that look random and are the same on every machine.
    private static int Dice(int seed, int thrown) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}/{thrown}"))) >> 1);
}
