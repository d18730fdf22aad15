using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HocTap.Office.AddIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HocTap.Office.Tests.Unit.AddIn;

/// <summary>Renders a view to HTML and parses it, so that tests compare what it means and not how it is spelt.</summary>
internal static class Rendering
{
    public static async Task<IHtmlDocument> OfAsync<TView, TModel>(TModel model)
        where TView : View<TModel>
        where TModel : class
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(View<>.Model)] = model });
            return (await renderer.RenderComponentAsync<TView>(parameters)).ToHtmlString();
        });
        return await new HtmlParser().ParseDocumentAsync(html);
    }
}
