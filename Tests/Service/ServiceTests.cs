namespace HocTap.Office.Tests.Service;

/// <summary>Stories that share one running product: each uses people of its own, so that they can be told side by side.</summary>
public abstract class ServiceTests
{
    private static readonly Lazy<Task<OfficeApp>> Shared = new(() => OfficeApp.StartAsync(new DateTimeOffset(2027, 1, 20, 2, 0, 0, TimeSpan.Zero)));

    internal static Task<OfficeApp> App => Shared.Value;

    internal static async Task<OfficeClient> AsAsync(string person) => await (await App).AsAsync(person);

    /// <summary>The name of a person of the sample city.</summary>
    internal static async Task<string> NameAsync(string person)
    {
        using var client = await AsAsync(person);
        return await client.NameAsync();
    }

    /// <summary>A person signed in, and the plan they file in the open campaign.</summary>
    internal static async Task<(OfficeClient Author, Plan Plan)> PlanOfAsync(string person)
    {
        var client = await AsAsync(person);
        var me = (await client.GetAsync("api/me")).GetProperty("person");
        return (client, new Plan(me.GetProperty("organization").GetString()!, person, me.GetProperty("fullName").GetString()!));
    }

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
