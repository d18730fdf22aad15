using Microsoft.Graph.Models.ODataErrors;

namespace HocTap.Office.Tests.Tenant;

/// <summary>What every test of the tenant shares.</summary>
public abstract class TenantTests
{
    /// <summary>Set by the runner.</summary>
    public TestContext TestContext { get; set; } = null!;

    private protected CancellationToken Token => TestContext.CancellationToken;

    private protected static async Task<ODataError> RefusedAsync(int status, string code, Func<Task> call)
    {
        var error = await Assert.ThrowsExactlyAsync<ODataError>(call);

        Assert.AreEqual(status, error.ResponseStatusCode);
        Assert.AreEqual(code, error.Error!.Code);
        return error;
    }
}
