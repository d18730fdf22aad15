using HocTap.Office.GraphService.Identity;

namespace HocTap.Office.Tests.Unit.Identity;

[TestClass]
public sealed class IdentityOptionsTests
{
    private const string Client = "11111111-2222-3333-4444-555555555555";

    [TestMethod]
    public void Without_any_setting_people_sign_in_locally() => Assert.IsFalse(new IdentityOptionsValidator().Validate(null, new()).Failed);

    [TestMethod]
    public void A_whole_configuration_starts_where_the_build_brought_the_library()
    {
        if (SignInLibrary.Missing() is not null)
        {
            Assert.Inconclusive("The build had no npm to bring @azure/msal-browser with.");
        }

        var options = Whole();

        Assert.IsFalse(new IdentityOptionsValidator().Validate(null, options).Failed);
        Assert.AreEqual("https://login.microsoftonline.com/lamkieu.example", options.LibraryAuthority);
        Assert.AreEqual("https://login.microsoftonline.com", options.AuthorityOrigin);
        Assert.AreEqual("access_as_user", options.ScopeName);
    }

    [TestMethod]
    [DataRow("Authority", "http://login.example/tenant/v2.0", DisplayName = "an authority without TLS")]
    [DataRow("Authority", "lamkieu", DisplayName = "an authority that is no address")]
    [DataRow("Authority", "https://login.microsoftonline.com/common/v2.0", DisplayName = "every tenant there is")]
    [DataRow("Authority", "https://login.microsoftonline.com/lamkieu.example", DisplayName = "version 1.0")]
    [DataRow("Authority", "", DisplayName = "the rest without an authority")]
    [DataRow("Audience", "", DisplayName = "no audience")]
    [DataRow("ClientId", "", DisplayName = "no client id")]
    [DataRow("ClientId", "api://x", DisplayName = "a client id that is none")]
    [DataRow("Scope", "", DisplayName = "no scope")]
    [DataRow("Scope", "access_as_user", DisplayName = "a scope without its API")]
    [DataRow("Scope", $"api://{Client}/.default", DisplayName = "all scopes")]
    public void What_could_not_work_stops_the_start_and_names_the_key(string key, string value)
    {
        var options = Whole();
        typeof(IdentityOptions).GetProperty(key)!.SetValue(options, value); // one of the rows above

        var result = new IdentityOptionsValidator().Validate(null, options);

        Assert.IsTrue(result.Failures?.Any(failure => failure.StartsWith($"Identity:{key}", StringComparison.Ordinal) && !failure.Contains("npm", StringComparison.Ordinal)));
    }

    private static IdentityOptions Whole() => new()
    {
        Authority = "https://login.microsoftonline.com/lamkieu.example/v2.0",
        Audience = Client,
        ClientId = Client,
        Scope = $"api://{Client}/access_as_user",
    };
}
