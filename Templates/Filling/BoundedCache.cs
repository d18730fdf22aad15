using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HocTap.Office.Templates.Filling;

/// <summary>Remembers what was worked out for the last keys; when it is full it starts again, so that it never grows.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new(comparer);

    /// <summary>What was worked out for a key; false when it was not, or is forgotten.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => known.TryGetValue(key, out value);

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
