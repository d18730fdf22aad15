namespace HocTap.Office.Templates.Forms;

/// <summary>The forms this product knows, in the order of their codes.</summary>
public static class FormCatalog
{
    /// <summary>All forms.</summary>
    public static IReadOnlyList<FormDefinition> All { get; } = [];

    /// <summary>The form of a code; null when there is none.</summary>
    public static FormDefinition? Find(FormCode code) => All.FirstOrDefault(form => form.Code == code);
}
