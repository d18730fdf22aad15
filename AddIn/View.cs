using Microsoft.AspNetCore.Components;

namespace HocTap.Office.AddIn;

/// <summary>A pure view: one immutable model in, HTML out. No injection, no input or output, no lifecycle.</summary>
/// <remarks>Rendered by the service with <c>RazorComponentResult&lt;TView&gt;(new { Model = model })</c>.</remarks>
/// <typeparam name="TModel">The record that says everything the view shows.</typeparam>
public abstract class View<TModel> : ComponentBase
    where TModel : class
{
    /// <summary>What to show.</summary>
    [Parameter]
    [EditorRequired]
    public TModel Model { get; set; } = default!;
}
