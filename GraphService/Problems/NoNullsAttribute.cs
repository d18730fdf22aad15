using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace HocTap.Office.GraphService.Problems;

/// <summary>A list in a request may be absent or empty, but none of its entries may be null.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NoNullsAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not IEnumerable entries || entries.Cast<object?>().All(entry => entry is not null);
}
