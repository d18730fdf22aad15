using System.Text;
using HocTap.Office.GraphService.SharePoint;

namespace HocTap.Office.Tests.Unit.SharePoint;

[TestClass]
public sealed class ErrorBodyTests
{
    [TestMethod]
    [DataRow("""{"error":{"code":"itemNotFound","message":"Gone"}}""", "itemNotFound", "Gone", DisplayName = "one level")]
    [DataRow("""{"error":{"code":"BadRequest","message":"No","innerError":{"code":"NameAlreadyExists"}}}""", "NameAlreadyExists", "No", DisplayName = "an inner code says more")]
    [DataRow("""{"error":{"code":"TooManyRequests","message":"Wait","innerError":{"code":"429"}}}""", "TooManyRequests", "Wait", DisplayName = "an inner number says less")]
    [DataRow("""{"error":{"code":"invalidRequest","message":"No","innererror":{"date":"x","innererror":{"code":"pathIsTooLong"}}}}""", "pathIsTooLong", "No", DisplayName = "the other spelling, two levels")]
    [DataRow("""{"odata.error":{"code":"-2130575342, Microsoft.SharePoint.SPException","message":{"lang":"en-US","value":"Taken"}}}""", "-2130575342, Microsoft.SharePoint.SPException", "Taken", DisplayName = "SharePoint REST")]
    public void The_deepest_code_and_the_words_are_read(string body, string code, string text) => Assert.AreEqual((code, text), ErrorBody.Read(Encoding.UTF8.GetBytes(body)));

    [TestMethod]
    [DataRow("<!DOCTYPE html><html>")]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("{\"error\":\"x\"}")]
    public void A_body_of_another_kind_has_no_code(string body) => Assert.AreEqual("", ErrorBody.Read(Encoding.UTF8.GetBytes(body)).Code);
}
