namespace HocTap.Office.Tests.Service;

/// <summary>Stories that share one running product: each uses people of its own, so that they can be told side by side.</summary>
public abstract class ServiceTests
{
    private static readonly Lazy<Task<OfficeApp>> Shared = new(() => OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero)));

    internal static Task<OfficeApp> App => Shared.Value;

    internal static async Task<OfficeClient> AsAsync(string person) => await (await App).AsAsync(person);

    internal static async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

/// <summary>Ends what the whole run shared.</summary>
[TestClass]
public static class SharedAppCleanup
{
    [AssemblyCleanup]
    public static async Task StopAsync()
    {
        await ServiceTests.StopAsync();
        await PreparedCity.DeleteAsync();
    }
}
