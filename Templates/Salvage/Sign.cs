namespace HocTap.Office.Templates.Salvage;

/// <summary>What a sign of the form stands for on paper.</summary>
internal enum SignKind
{
    /// <summary>«Họ và tên:», with the value behind it.</summary>
    Label,

    /// <summary>The heading of paragraphs that people write.</summary>
    Heading,

    /// <summary>A heading or sentence with nothing to fill in below.</summary>
    Fixed,

    /// <summary>The heading of repeated rows.</summary>
    Rows,

    /// <summary>«Công việc số 1».</summary>
    RowHeading,

    /// <summary>The label of a field inside a row.</summary>
    RowLabel,

    /// <summary>The end of what people write in the middle: the closing sentence, the foot.</summary>
    End,

    /// <summary>A label that no form of ours has.</summary>
    Other,
}

/// <summary>Words of the form by which its places are found.</summary>
/// <param name="Kind">What they stand for.</param>
/// <param name="Order">Their place in the order of the paper.</param>
/// <param name="Field">The field written there; "" when there is none.</param>
/// <param name="Words">The words as the form has them.</param>
/// <param name="Wordings">The ways to write them.</param>
internal sealed record Sign(SignKind Kind, int Order, string Field, string Words, IReadOnlyList<Wording> Wordings)
{
    /// <summary>True for the beginning of a sentence, false for a heading or a label.</summary>
    public bool IsSentence { get; init; }

    /// <summary>True for a heading that parts the paper, with or without a field below it.</summary>
    public bool IsHeading => !IsSentence && Kind is (SignKind.Fixed or SignKind.Heading or SignKind.Rows);
}

/// <summary>A sentence of the form with fields inside: the words before, between and behind them.</summary>
/// <param name="Lead">The ways to write the words before the first field.</param>
/// <param name="Places">Each field with the words behind it; "" where the line ends.</param>
/// <param name="Quality">How surely the wording means these fields.</param>
/// <param name="IsCampaign">True when the sentence is a text of the campaign, of which there are several alike.</param>
/// <param name="Before">All words before the first field.</param>
internal sealed record SentenceSign(IReadOnlyList<Wording> Lead, IReadOnlyList<(string Field, string Behind)> Places, double Quality, bool IsCampaign, string Before);
