using System.Text.Json;
using System.Text.RegularExpressions;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>Every sentence of the interface is said in English too, and nothing else is.</summary>
[TestClass]
public sealed partial class TextsTests
{
    private static readonly Lazy<Dictionary<string, string>> English = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("AddIn", "wwwroot", "texts", "en.json"))) ?? []);

    private static readonly Lazy<HashSet<string>> Said = new(() => [.. Sources().SelectMany(KeysIn)]);

    [TestMethod]
    public void Every_sentence_is_said_in_english()
    {
        Assert.IsNotEmpty(Said.Value);
        AssertNone(Said.Value.Where(key => !English.Value.ContainsKey(key)));
    }

    [TestMethod]
    public void No_english_sentence_is_there_for_nothing() => AssertNone(English.Value.Keys.Where(key => !Said.Value.Contains(key)));

    [TestMethod]
    public void Both_languages_have_room_for_the_same_values() =>
        AssertNone(English.Value.Where(text => !PlacesIn(text.Key).SetEquals(PlacesIn(text.Value))).Select(text => text.Key));

    [TestMethod]
    public void English_has_vietnamese_letters_only_in_names() =>
        AssertNone(English.Value.Values.Where(said => Letter().IsMatch(Name().Replace(said, ""))));

    [TestMethod]
    public void No_sentence_begins_or_ends_otherwise_in_english() =>
        AssertNone(English.Value.Where(text => text.Value.Length == 0 || text.Value != text.Value.Trim() || EndsSentence(text.Key) != EndsSentence(text.Value)).Select(text => text.Key));

    [TestMethod]
    public void The_words_are_always_there_to_be_found() =>
        AssertNone(Sources().SelectMany(file => Computed().Matches(File.ReadAllText(file)).Select(call => $"{file}: {call.Value}")));

    private static bool EndsSentence(string said) => said[^1] is '.' or '?';

    private static IEnumerable<string> Sources() => new[] { "AddIn", "GraphService" }
        .SelectMany(project => Directory.EnumerateFiles(Repository.At(project), "*.*", SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains(Path.Combine("wwwroot", "bundle"), StringComparison.Ordinal))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && Path.GetFileName(file) is not ("Text.cs" or "text.js"));

    private static IEnumerable<string> KeysIn(string file) =>
        Call().Matches(File.ReadAllText(file)).Select(call => JsonSerializer.Deserialize<string>(call.Groups["key"].Value)!); // a literal is no null

    private static HashSet<string> PlacesIn(string said) => [.. Place().Matches(said).Select(place => place.Value)];

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var told = string.Join('\n', wrong);
        Assert.AreEqual("", told);
    }

    [GeneratedRegex("""\b(?:T|t|[Ww]ithNames)\(\s*(?<key>"(?:[^"\\]|\\.)*")""")]
    private static partial Regex Call();

    // The key is written where it is said: what is put together nobody could collect.
    [GeneratedRegex("""(?<![\w.<])(?:T|t|[Ww]ithNames)\(\s*(?!["\s)])[^\n]{0,40}""")]
    private static partial Regex Computed();

    // What tools put there is not ours to say.
    [GeneratedRegex(@"[\\/](?:node_modules|bundle)[\\/]")]
    private static partial Regex Packed();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Name();

    [GeneratedRegex("[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u1EA0-\u1EF9]", RegexOptions.IgnoreCase)]
    private static partial Regex Letter();
}
