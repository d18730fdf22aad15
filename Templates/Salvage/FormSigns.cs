using HocTap.Office.Templates.Forms;

namespace HocTap.Office.Templates.Salvage;

/// <summary>Everything by which a form's places are found on paper, worked out once from its definition and the words people use.</summary>
internal sealed class FormSigns
{
    private const int LeadWords = 4;
    private const int BehindWords = 2;
    private const int ShortestFixed = 8;

    private readonly List<Sign> signs = [];
    private readonly List<IReadOnlyList<SentenceSign>> sentences = [];
    private KnownWords? known;

    private FormSigns(FormDefinition form)
    {
        Form = form;
        Title = string.Concat(form.Print.Where(block => block.Block is "title" or "titleMore" or "subtitle").Select(block => FoldedText.LettersOf(Before(block.Text))));
        AddBlocks(form.Print);
        Bases = form.Print.Any(block => block.Block == "basis") ? [.. SalvageWords.Current.Campaign["legalBases"].Select(FoldedText.LettersOf)] : [];
        Commitments = [.. SalvageWords.Current.Campaign["learningCommitment"].Select(FoldedText.LettersOf)];
        CampaignStarts = [.. Bases, .. Commitments];
        Notes = [.. form.Groups.Select(group => FoldedText.LettersOf(group.Help)).Where(help => help.Length > 0)];
        Others = [.. SalvageWords.Current.OtherLabels.Select(text => new Sign(SignKind.Other, -1, "", text, [Wording.Of(text, Wording.Other)]))];
    }

    private static readonly Lazy<Dictionary<FormCode, FormSigns>> Catalog = new(() => FormCatalog.All.ToDictionary(form => form.Code, form => new FormSigns(form)));

    public FormDefinition Form { get; }

    /// <summary>The words of the form, in all the ways to write them.</summary>
    public KnownWords Known => known ??= KnownWords.Of(Form, []);

    /// <summary>The letters of the title up to the year.</summary>
    public string Title { get; }

    public IReadOnlyList<Sign> All => signs;

    /// <summary>Labels of other papers.</summary>
    public IReadOnlyList<Sign> Others { get; }

    /// <summary>Sentences with fields; each list holds the ways to write one of them, the best first.</summary>
    public IReadOnlyList<IReadOnlyList<SentenceSign>> Sentences => sentences;

    /// <summary>Beginnings of paragraphs that print texts of the campaign.</summary>
    public IReadOnlyList<string> CampaignStarts { get; }

    /// <summary>Those of the bases, which stand above every heading; none when the form prints none.</summary>
    public IReadOnlyList<string> Bases { get; }

    /// <summary>Those of the commitment to learn.</summary>
    public IReadOnlyList<string> Commitments { get; }

    /// <summary>The letters of the instructions that the form prints in brackets.</summary>
    public IReadOnlyList<string> Notes { get; }

    public static FormSigns Of(FormDefinition form) => Catalog.Value.TryGetValue(form.Code, out var own) && ReferenceEquals(own.Form, form) ? own : new FormSigns(form);

    /// <summary>The words of a text of the form before its first place.</summary>
    public static string Before(string text) => TextPattern.Split(text) is [{ Name: "" } first, ..] ? first.Text : "";

    private void AddBlocks(IReadOnlyList<PrintBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var field = blocks[i].Block is "heading" or "lead" or "section" && i + 1 < blocks.Count && blocks[i + 1].Block == "multi" ? blocks[i + 1].Field : "";
            AddBlock(blocks[i], field);
        }
    }

    private void AddBlock(PrintBlock block, string below)
    {
        switch (block.Block)
        {
            case "line":
                AddLine(block, SignKind.Label);
                break;
            case "paragraph" or "basis" or "closing":
                AddSentence(block);
                break;
            case "heading" or "lead" or "section":
                Add(below.Length > 0 ? SignKind.Heading : SignKind.Fixed, below, block.Text);
                break;
            case "rows":
                AddRows(block);
                break;
            case "table":
                AddColumns(block);
                AddFoot(block);
                break;
            case "signatures":
                AddFoot(block);
                break;
        }
    }

    private void AddLine(PrintBlock block, SignKind kind)
    {
        if (TextPattern.Split(block.Text) is [{ Name: "" } words, { Name.Length: > 0 } place] && !place.IsCampaign)
        {
            Add(kind, place.Name, words.Text);
        }
        else
        {
            AddSentence(block);
        }
    }

    private void AddRows(PrintBlock block)
    {
        Add(SignKind.Rows, block.Field, block.Text);
        for (var i = 0; i < block.Row.Count; i++)
        {
            var item = block.Row[i];
            if (item.Block == "line")
            {
                AddLine(item, SignKind.RowLabel);
            }
            else if (item.Block is "heading" or "lead")
            {
                var field = i + 1 < block.Row.Count && block.Row[i + 1].Block == "multi" ? block.Row[i + 1].Field : "";
                Add(field.Length > 0 ? SignKind.RowLabel : SignKind.RowHeading, field, RowWords(item.Text));
            }
        }
    }

    // A table that people wrote as a list has the heads of its columns as labels.
    private void AddColumns(PrintBlock block)
    {
        Add(SignKind.RowHeading, "", Form.Field(block.Field).RowLabel);
        foreach (var column in block.Columns.Where(column => column.Field.Length > 0))
        {
            Add(SignKind.RowLabel, column.Field, column.Head);
        }
    }

    private void AddFoot(PrintBlock block)
    {
        foreach (var words in block.Left.Concat(block.Right).Where(text => !text.StartsWith('{') && !text.StartsWith('(')))
        {
            Add(SignKind.End, "", words);
        }
    }

    private void AddSentence(PrintBlock block)
    {
        var pieces = TextPattern.Split(block.Text);
        if (block.Fields.Count > 0 && pieces.FirstOrDefault(piece => piece.IsCampaign) is { Name.Length: > 0 } campaign
            && SalvageWords.Current.Campaign.TryGetValue(campaign.CampaignName, out var texts))
        {
            sentences.Add([.. texts.Select((text, index) => Sentence(text, index == 0 ? 1 : 0.95, isCampaign: true))]);
        }
        else if (pieces.Any(piece => piece.Name.Length > 0 && !piece.IsCampaign))
        {
            sentences.Add([Sentence(block.Text, 1, isCampaign: false)]);
        }

        if (Before(block.Text) is var start && FoldedText.LettersOf(start).Length >= ShortestFixed)
        {
            Add(block.Block == "closing" ? SignKind.End : SignKind.Fixed, "", start, isSentence: true);
        }
    }

    private void Add(SignKind kind, string field, string words, bool isSentence = false) =>
        signs.Add(new Sign(kind, signs.Count, field, TypedText.WithoutMark(words).Trim(' ', ':', ',', ';'), SalvageWords.Current.Of(words)) { IsSentence = isSentence });

    // «{n}. Công việc số {n}» is known by its words; the numbers are read apart.
    private static string RowWords(string text) => string.Concat(TextPattern.Split(text).Where(piece => piece.Name.Length == 0).Select(piece => piece.Text)).Trim(' ', '.', ':');

    private static SentenceSign Sentence(string text, double quality, bool isCampaign)
    {
        var (pieces, places) = (TextPattern.Split(text), new List<(string, string)>());
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is { Name.Length: > 0, IsCampaign: false } place)
            {
                places.Add((place.Name, i + 1 < pieces.Count ? First(pieces[i + 1].Text) : ""));
            }
        }

        var lead = pieces.TakeWhile(piece => piece.Name.Length == 0 || piece.IsCampaign).LastOrDefault(piece => piece.Name.Length == 0).Text ?? "";
        return new SentenceSign(SalvageWords.Current.Of(Last(lead)), places, quality, isCampaign, string.Concat(pieces.TakeWhile(piece => piece.Name.Length == 0 || piece.IsCampaign).Select(piece => piece.Text)));
    }

    private static string First(string text) => (string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(BehindWords))).Trim(',', ' ', ';', '.');

    private static string Last(string text) => string.Join(' ', text[(text.LastIndexOf('.') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(LeadWords));
}
