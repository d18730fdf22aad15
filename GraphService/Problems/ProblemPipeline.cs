using System.Globalization;
using HocTap.Office.GraphService.Forms;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace HocTap.Office.GraphService.Problems;

/// <summary>Turns what ASP.NET Core itself refuses (bad JSON, wrong method, oversized body) and unhandled exceptions into our problems.</summary>
internal static class ProblemPipeline
{
    /// <summary>Checks the shape of request records, and words what is wrong with them as a problem of ours.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.ProblemDetails is HttpValidationProblemDetails shape)
            {
                var malformed = new Problem.Malformed(string.Join(' ', shape.Errors.SelectMany(error => error.Value).Distinct(StringComparer.Ordinal)));
                (shape.Type, shape.Status, shape.Title, shape.Detail) = ("about:blank", malformed.Status, malformed.Title, malformed.Detail);
                shape.Extensions["code"] = malformed.Code;
            }
        });
    }

    /// <summary>Adds the exception handler and the bodies of bare status codes.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or OperationCanceledException });
        app.Use(AskForPatienceAsync);
        app.Use(RefuseOtherCharsetsAsync);
        app.Use(RefuseLargeBodiesAsync);
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, Of(context.HttpContext.Response.StatusCode)));
    }

    // Every 503 says when to come back (RFC 9110, section 15.6.4).
    private static Task AskForPatienceAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
            {
                context.Response.Headers.RetryAfter = "2";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    // JSON is UTF-8; the framework throws on a charset it does not know.
    private static Task RefuseOtherCharsetsAsync(HttpContext context, RequestDelegate next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? AnswerAsync(context, new Problem.Malformed("Nội dung gửi lên phải dùng bảng mã UTF-8."))
            : next(context);

    private static Task RefuseLargeBodiesAsync(HttpContext context, RequestDelegate next) =>
        context.Request.ContentLength > Docx.MaxBytes ? AnswerAsync(context, new Problem.TooLarge()) : next(context);

    private static Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is SharePointException { RetryAfter: { } wait })
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return AnswerAsync(context, error switch
        {
            BadHttpRequestException bad => Of(bad.StatusCode),
            SharePointException { IsTransient: true } or HttpRequestException => new Problem.NotReady("SharePoint đang bận hoặc tạm thời không trả lời. Hãy thử lại sau ít phút."),
            _ => new Problem.Unexpected(),
        });
    }

    private static Task AnswerAsync(HttpContext context, Problem problem) => problem.ToHttp().ExecuteAsync(context);

    private static Problem Of(int status) => status switch
    {
        401 => new Problem.NotSignedIn(),
        403 => new Problem.NotAllowed("Tài khoản này không được thực hiện thao tác vừa chọn."),
        404 => new Problem.NotFound("Địa chỉ không có, hoặc nội dung không thuộc phạm vi được xem."),
        405 => new Problem.WrongMethod(),
        413 => new Problem.TooLarge(),
        415 => new Problem.NotADocx("Nội dung gửi lên không đúng loại: hệ thống nhận văn bản Word (.docx) hoặc dữ liệu JSON."),
        429 => new Problem.TooMany(),
        503 => new Problem.NotReady("Hệ thống đang khởi động. Hãy thử lại sau ít giây."),
        >= 500 => new Problem.Unexpected(),
        _ => new Problem.Malformed("Nội dung gửi lên không đúng dạng hệ thống hiểu được."),
    };
}
