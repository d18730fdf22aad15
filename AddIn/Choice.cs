namespace HocTap.Office.AddIn;

/// <summary>An entry of a select box.</summary>
/// <param name="Code">The value that is sent.</param>
/// <param name="Label">The words people see.</param>
/// <param name="IsName">True for a name or an official term, which stays Vietnamese on an English page.</param>
public sealed record Choice(string Code, string Label, bool IsName = false);
