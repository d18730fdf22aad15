using System.Security.Cryptography;
using HocTap.Office.LocalTenant.Faults;
using HocTap.Office.LocalTenant.Sites;
using HocTap.Office.LocalTenant.Storage;
using HocTap.Office.LocalTenant.Tokens;

namespace HocTap.Office.LocalTenant;

/// <summary>All a call may need: state, clock, identity, keys and the faults to play.</summary>
internal sealed class Tenant : IDisposable
{
    private long resourceUnits;
    private long calls;

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

    /// <summary>What SharePoint would have charged for all calls so far.</summary>
    public long ResourceUnits => Interlocked.Read(ref resourceUnits);

    /// <summary>HTTP calls so far.</summary>
    public long Calls => Interlocked.Read(ref calls);

    public void Count() => Interlocked.Increment(ref calls);

    public void Charge(int units) => Interlocked.Add(ref resourceUnits, units);

    public string At(string name) => Path.Combine(Options.DataDirectory, name);

    public void Dispose()
    {
        Key.Dispose();
        Database.Dispose();
    }

    private string Identity(string name) => Database.GetOrAdd(name, () => Guid.CreateVersion7(Clock.GetUtcNow()).ToString());
}
