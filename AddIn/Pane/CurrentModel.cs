namespace HocTap.Office.AddIn.Pane;

/// <summary>What stands for a duty now: fragment <c>GET /pane/forms/{form}/current</c>, asked for before and after filing.</summary>
/// <param name="Document">The document; null when there is none.</param>
public sealed record CurrentModel(CurrentDocument? Document);
