using System.Collections.Concurrent;

namespace HocTap.Office.Templates.Filling;

/// <summary>Remembers what was worked out for the last keys; when it is full it starts again, so that it never grows.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new(comparer);

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        if (known.TryGetValue(key, out var value))
        {
            return value;
        }

        if (known.Count >= capacity)
        {
            known.Clear();
        }

        return known.GetOrAdd(key, make);
    }
}
