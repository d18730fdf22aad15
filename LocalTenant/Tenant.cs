using System.Security.Cryptography;
using HocTap.Office.LocalTenant.Applications;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Sites;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Subscriptions;
using HocTap.Office.LocalTenant.Throttling;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant;

/// <summary>All a call may need: state, clock, identity, keys and the faults to play.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private long resourceUnits;
    private long calls;
    private long refusals;
    private readonly UnitLimit limit;

    public Tenant(LocalTenantOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        PrivateDirectory.Create(options.DataDirectory);
        Database = Database.Open(At("tenant.db"));
        (Id, ClientId, AppUserId) = Database.Atomically(() => (Identity("tenant-id"), Identity("client-id"), Identity("app-user-id")));
        ClientSecret = SecretFile.GetOrAdd(SecretPath, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)));
        Key = new SigningKey(At("signing-key.pem"));
        Site = Database.Atomically(() => Site.Open(Database, options, clock));
        Faults = new FaultScript(options.FaultScript);
        limit = new UnitLimit(options.UnitsPerMinute, clock);
        Notifier = new Notifier(this);
    }

    public LocalTenantOptions Options { get; }

    public TimeProvider Clock { get; }

    public Database Database { get; }

    public string Id { get; }

    public string ClientId { get; }

    public string AppUserId { get; }

    public string ClientSecret { get; }

    public string SecretPath => At("client-secret");

    public SigningKey Key { get; }

    public Site Site { get; }

    public FaultScript Faults { get; }

    public Notifier Notifier { get; }

    /// <summary>What SharePoint would have charged for all calls so far.</summary>
    public long ResourceUnits => Interlocked.Read(ref resourceUnits);

    /// <summary>Calls refused because the units of a minute were spent.</summary>
    public long Refusals => Interlocked.Read(ref refusals);

    /// <summary>HTTP calls so far.</summary>
    public long Calls => Interlocked.Read(ref calls);

    public void Count() => Interlocked.Increment(ref calls);

    /// <summary>Counts what a call costs, for everybody and for the limit of its application.</summary>
    public Charge Charge(Caller caller, int units)
    {
        Interlocked.Add(ref resourceUnits, units);
        var charge = limit.Charge(caller.Id, units);
        Interlocked.Add(ref refusals, charge.Wait is null ? 0 : 1);
        return charge;
    }

    public string At(string name) => Path.Combine(Options.DataDirectory, name);

    public async ValueTask DisposeAsync()
    {
        await Notifier.DisposeAsync();
        Key.Dispose();
        Database.Dispose();
    }

    private string Identity(string name) => Database.GetOrAdd(name, () => Guid.CreateVersion7(Clock.GetUtcNow()).ToString());
}
