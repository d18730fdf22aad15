namespace HocTap.Office.AddIn;

/// <summary>An entry of a select box.</summary>
/// <param name="Code">The value that is sent.</param>
/// <param name="Label">The words people see.</param>
public sealed record Choice(string Code, string Label);
