using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HocTap.Office.Tests.Service.WholeCity;

/// <summary>Files what a duty of the sample city asks for, over the wire, as its person or clerk would.</summary>
internal static class CityFiling
{
    /// <summary>Fills and files a complete document; <paramref name="acts"/> exemplary works in a personal plan. Gives the submission's id.</summary>
    public static async Task<string> FileAsync(OfficeClient client, string campaign, CityDuty duty, string content, int acts, CancellationToken cancellationToken)
    {
        var target = $"campaign={campaign}&organization={duty.Organization}{(duty.Person is null ? "" : $"&person={duty.Person}")}";
        var fields = await ValuesAsync(client, $"api/forms/{duty.Form}/values?{target}", cancellationToken);
        Complete(fields, campaign, duty, content, acts);
        var document = await client.Http.PostAsJsonAsync($"api/forms/{duty.Form}/document?{target}", new { fields }, cancellationToken);
        Assert.AreEqual(HttpStatusCode.OK, document.StatusCode, $"{duty.Key}: no document");
        var bytes = await document.Content.ReadAsByteArrayAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/submissions?form={duty.Form}&{target}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new(OfficeClient.DocxType);
        request.Headers.Add("Idempotency-Key", $"{duty.Key}-{Uri.EscapeDataString(content)}");
        var answer = await client.Http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        Assert.AreEqual(HttpStatusCode.Accepted, answer.StatusCode, $"{duty.Key}: {text}");
        return JsonNode.Parse(text)!["id"]!.GetValue<string>(); // accepted: it has an id
    }

    // Last year's document is read from SharePoint; when that is busy the page waits and asks again.
    private static async Task<JsonObject> ValuesAsync(OfficeClient client, string path, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(path);
        for (; answer.StatusCode == HttpStatusCode.ServiceUnavailable; answer = await client.SendAsync(path))
        {
            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value, cancellationToken); // every 503 of the service says how long
        }

        return (await OfficeClient.JsonAsync(answer)).GetProperty("fields").Deserialize<JsonObject>()!;
    }

    /// <summary>Waits until nothing is on its way to SharePoint any more.</summary>
    public static async Task SettledAsync(this OfficeApp app, CancellationToken cancellationToken)
    {
        using var administrator = await app.AsAsync(Personas.Administrator);
        for (var tries = 0; ; tries++)
        {
            var open = (await administrator.GetAsync("api/operations")).EnumerateArray().ToList();
            Assert.IsFalse(open.Exists(operation => operation.GetProperty("state").GetString() == "parked"), open.Count == 0 ? "" : open[0].ToString());
            if (open.Count == 0)
            {
                return;
            }

            Assert.IsLessThan(600, tries, $"{open.Count} operations were still open after two minutes.");
            await Task.Delay(200, cancellationToken);
        }
    }

    private static void Complete(JsonObject fields, string campaign, CityDuty duty, string content, int acts)
    {
        (fields["documentDate"], fields["signerName"], fields["signAuthority"]) = ($"{campaign[2..]}-03-15", "Đỗ Quang Ưng", "TRƯỞNG BAN");
        switch (duty.Form)
        {
            case "mau01":
                fields["breakthroughTasks"] = new JsonArray(Row(("taskContent", content), ("leadUnit", "Văn phòng"), ("coordinatingUnits", "Không"), ("timeframe", "Quý II/2027")));
                break;
            case "mau02":
                fields["models"] = new JsonArray(
                    Row(("modelName", content), ("modelAddress", "Trụ sở"), ("currentState", "Mới có ở một nơi."), ("expectedResult", "Nhân ra toàn đơn vị.")),
                    Row(("modelName", "Mô hình thứ hai"), ("modelAddress", "Cơ sở"), ("currentState", "Chưa có."), ("expectedResult", "Có ở ba nơi.")));
                break;
            default:
                (fields["orgPlanIssuer"], fields["actionContent"], fields["actionSolution"]) = ("Chi bộ", content, "Cả năm 2027.");
                (fields["governmentPosition"], fields["dateOfBirth"]) = ("Chuyên viên", fields["dateOfBirth"]?.GetValue<string>() is { Length: > 0 } known ? known : "1980-01-01");
                fields["exemplaryTasks"] = new JsonArray([.. Enumerable.Range(0, acts).Select(_ => Row(("exemplaryContent", content), ("exemplarySolution", "Trước 30/9.")))]);
                break;
        }
    }

    private static JsonObject Row(params (string Tag, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Tag, (JsonNode?)field.Value)));
}
