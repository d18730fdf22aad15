using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace HocTap.Office.Tests.Unit.Templates.Hostile;

/// <summary>How often properties are tried: the same cases in every run, more and others at night by environment variables.</summary>
internal static class Fuzzing
{
    private const int EveryRun = 2_000;

    /// <summary>Mutated packages: 2,000 in every run, 20,000 at night.</summary>
    public static int MutationCases => Number("HOCTAP_MUTATIONS", EveryRun);

    /// <summary>Mutated packages given to the other ways in, each to one of them: a part of those the reader gets.</summary>
    public static int EntranceCases => MutationCases * 3 / 10;

    /// <summary>True when there is time for more than what every run tries.</summary>
    public static bool IsNight => MutationCases > EveryRun;

    /// <summary>Fillings with any text.</summary>
    public static int TextCases => Number("HOCTAP_TEXT_CASES", 600);

    /// <summary>Documents damaged by chance, of each sample; at night some hundred.</summary>
    public static int DamageSeeds => Number("HOCTAP_DAMAGE_SEEDS", 6);

    /// <summary>Where the numbers of chance begin.</summary>
    public static int Seed => Number("HOCTAP_SEED", 20_240_304);

    public static void Check<T>(Arbitrary<T> values, int cases, Action<T> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd((ulong)Seed, 0x9E3779B97F4A7C15UL), FSharpOption<int>.None))),
        Prop.ForAll(values, holds));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
