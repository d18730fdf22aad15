using HocTap.Office.GraphService.Problems;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>The arguments behind a verb: words in order, and options with their values. What configures the program (<c>--Data:Directory</c>) is left to configuration.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>True when a flag was given.</summary>
    public bool Has(string flag) => options.ContainsKey(flag);

    /// <summary>Reads the arguments behind a verb's name.</summary>
    /// <returns>400 with a Vietnamese sentence for an option the verb does not have or one without its value.</returns>
    public static Result<VerbArguments> Read(Verb verb, ReadOnlySpan<string> arguments)
    {
        var read = new VerbArguments();
        for (var index = 0; index < arguments.Length; index++)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal))
            {
                read.words.Add(arguments[index]);
                continue;
            }

            var (name, value) = Split(arguments[index]);
            if (!verb.Flags.Contains(name) && value is null)
            {
                value = index + 1 < arguments.Length ? arguments[++index] : null;
            }

            if (read.FaultOf(verb, name, value) is { } fault)
            {
                return new Problem.Malformed(fault);
            }
        }

        return read;
    }

    private string? FaultOf(Verb verb, string name, string? value)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        if (!verb.Options.Contains(name) && !verb.Flags.Contains(name))
        {
            return $"Lệnh {verb.Name} không có tham số --{name}.";
        }

        options[name] = value ?? "";
        return value is null && !verb.Flags.Contains(name) ? $"Tham số --{name} thiếu giá trị." : null;
    }

    private static (string Name, string? Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (option[2..at], option[(at + 1)..]) : (option[2..], null);
}
