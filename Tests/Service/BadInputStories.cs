using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace HocTap.Office.Tests.Service;

/// <summary>Whatever is sent, the answer is a problem in words and never a fault of ours.</summary>
[TestClass]
[DoNotParallelize]
public sealed class BadInputStories : ServiceTests
{
    private static readonly string Document = $"api/forms/mau03/document?{Personas.StaffPlan.Target}";

    [TestMethod]
    [DataRow("{\"fields\":{\"actionContent\":\"\\ud800 lẻ\"}}", DisplayName = "nửa ký tự trong trường")]
    [DataRow("{\"fields\":{\"exemplaryTasks\":[{\"actionContent\":\"\\udfff\",\"exemplaryContent\":\"\\udfff\"}]}}", DisplayName = "nửa ký tự trong dòng")]
    [DataRow("{\"fields\":[]}", DisplayName = "mảng thay cho đối tượng")]
    [DataRow("{\"fields\":{\"dateOfBirth\":\"30/02/1980\"}}", DisplayName = "ngày không có thật")]
    [DataRow("{\"fields\":", DisplayName = "JSON dở dang")]
    [DataRow("", DisplayName = "thân rỗng mang kiểu JSON")]
    public async Task A_body_that_says_nothing_sensible_is_400(string body)
    {
        using var staff = await AsAsync(Personas.Staff);

        var answer = await staff.Http.PostAsync(new Uri(Document, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        await OfficeClient.ProblemAsync(answer, "400");
    }

    [TestMethod]
    public async Task A_row_id_of_broken_text_is_simply_no_row_id()
    {
        using var staff = await AsAsync(Personas.Staff);
        var body = new StringContent("{\"fields\":{\"exemplaryTasks\":[{\"rowId\":\"\\udfff\",\"exemplaryContent\":\"x\"}]}}", Encoding.UTF8, "application/json");

        var answer = await staff.Http.PostAsync(new Uri(Document, UriKind.Relative), body);

        Assert.IsTrue(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("api/session")]
    [DataRow("api/reviews")]
    [DataRow("api/forms/mau03/document?campaign=HT2027&organization=P-TP&person=N0326")]
    public async Task An_unknown_charset_is_400_and_a_body_beyond_20_MB_is_413(string path)
    {
        using var staff = await AsAsync(Personas.Staff);
        var strange = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json; charset=bogus") } };
        var large = new ByteArrayContent(new byte[21 * 1024 * 1024]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };

        await OfficeClient.ProblemAsync(await staff.Http.PostAsync(new Uri(path, UriKind.Relative), strange), "400");
        await OfficeClient.ProblemAsync(await staff.Http.PostAsync(new Uri(path, UriKind.Relative), large), "413");
    }

    [TestMethod]
    [DataRow("read")]
    [DataRow("check")]
    [DataRow("repair")]
    [DataRow("salvage")]
    public async Task A_small_file_of_too_many_parts_is_not_told_to_be_over_20_MB(string step)
    {
        using var staff = await AsAsync(Personas.Staff);
        var crowded = new ByteArrayContent(OfManyParts(300)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(OfficeClient.DocxType) } };

        var problem = await OfficeClient.ProblemAsync(await staff.Http.PostAsync(new Uri($"api/forms/{step}", UriKind.Relative), crowded), "413");

        StringAssert.Contains(problem.GetProperty("detail").GetString(), "quá nhiều phần", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{\"decision\":\"accepted\",\"rows\":[null]}")]
    [DataRow("{\"comment\":\"thiếu quyết định\"}")]
    [DataRow("{\"decision\":null}")]
    [DataRow("{\"decision\":\"accepted\",\"rows\":[{\"rowId\":\"x\"}]}")]
    public async Task A_review_of_the_wrong_shape_is_400(string body)
    {
        using var head = await AsAsync(Personas.HeadOfOffice);
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/submissions/01936c2e-7f7a-7c3e-9d10-4b1f5a2c9e77/review") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");

        await OfficeClient.ProblemAsync(await head.Http.SendAsync(request), "400");
    }

    private static byte[] OfManyParts(int count)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < count; number++)
            {
                zip.CreateEntry($"word/media/image{number}.png");
            }
        }

        return file.ToArray();
    }
}
