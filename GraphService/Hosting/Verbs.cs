using System.Text;
using Azure.Identity;
using HocTap.Office.GraphService.SharePoint;
using Microsoft.Extensions.Logging.Console;

namespace HocTap.Office.GraphService.Hosting;

/// <summary>What the program does instead of serving, by the first word of its arguments.</summary>
internal static class Verbs
{
    private static readonly IReadOnlyList<Verb> All =
        [ProvisionVerb.Verb, VerifyVerb.Verb, RebuildVerb.Verb, FillVerb.Verb, ReadVerb.Verb, CheckVerb.Verb, RepairVerb.Verb, SalvageVerb.Verb, TemplateVerb.Verb];

    /// <summary>The arguments that configure the program: configuration would take what follows a flag for its value.</summary>
    public static string[] WithoutFlags(string[] args) => args is [var name, ..] && All.FirstOrDefault(verb => verb.Name == name) is { } called
        ? [.. args.Where(argument => !called.Flags.Any(flag => argument == $"--{flag}"))]
        : args;

    /// <summary>Keeps standard output for results when a verb is called: the log goes to standard error, and only what went wrong.</summary>
    public static void QuietForVerbs(this WebApplicationBuilder builder, string[] args)
    {
        if (IsCall(args))
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(null, LogLevel.Warning);
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    /// <summary>Carries out the verb of the arguments; null when there is none and the service is to run. Nothing of the host is started for it.</summary>
    public static async Task<int?> RunVerbAsync(this WebApplication app, string[] args)
    {
        if (!IsCall(args))
        {
            return null;
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using (app)
        {
            return await RunAsync(app.Services, args, Console.Error);
        }
    }

    // Options alone configure the service; a word in front of them is a verb.
    private static bool IsCall(string[] args) => args is [var first, ..] && (IsHelp(first) || (first is not ['-' or '/', ..] && !first.Contains('=', StringComparison.Ordinal)));

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?" or "help";

    private static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter messages)
    {
        if (All.FirstOrDefault(known => known.Name == args[0]) is not { } verb || args.Any(IsHelp))
        {
            await WriteUsageAsync(IsHelp(args[0]) || args.Any(IsHelp) ? null : $"Không có lệnh “{args[0]}”.", messages);
            return ExitCodes.WrongUsage;
        }

        if (!VerbArguments.Read(verb, args.AsSpan(1)).TryGet(out var arguments, out var problem))
        {
            await messages.WriteLineAsync(problem.Detail);
            await messages.WriteLineAsync(string.Join('\n', verb.Usage));
            return ExitCodes.WrongUsage;
        }

        return await CarryOutAsync(verb, new VerbCall(services, arguments, Console.In, Console.Out, messages));
    }

    private static async Task<int> CarryOutAsync(Verb verb, VerbCall call)
    {
        try
        {
            return await verb.RunAsync(call);
        }
        catch (SiteNotProvisionedException)
        {
            await call.Messages.WriteLineAsync("Trang SharePoint chưa được thiết lập. Hãy chạy lệnh provision trước.");
        }
        catch (Exception exception) when (exception is SharePointException or HttpRequestException or AuthenticationFailedException)
        {
            call.Services.GetRequiredService<ILogger<Verb>>().VerbFailed(exception);
            await call.Messages.WriteLineAsync($"Không làm việc được với SharePoint: {Trouble(exception)}");
        }

        return ExitCodes.SomeBad;
    }

    private static string Trouble(Exception exception) => exception switch
    {
        SharePointException { Status: 401 or 403 } => "ứng dụng không được cấp quyền vào trang. Hãy xem quyền đã cấp cho ứng dụng.",
        SharePointException { Status: 404 } => "không có trang hoặc danh sách đã cấu hình. Hãy xem địa chỉ trang.",
        SharePointException refused => $"máy chủ trả lời mã {refused.Status} ({refused.Code}). Hãy thử lại sau.",
        AuthenticationFailedException => "không đăng nhập được. Hãy xem mã thuê bao, mã ứng dụng và chứng thư trong cấu hình.",
        _ => "không nối được tới máy chủ. Hãy xem mạng và địa chỉ trong cấu hình.",
    };

    private static async Task WriteUsageAsync(string? fault, TextWriter messages)
    {
        if (fault is not null)
        {
            await messages.WriteLineAsync(fault);
        }

        await messages.WriteLineAsync("Cách dùng: HocTap.Office.GraphService [lệnh] [tham số] [--Data:Directory THƯ_MỤC]");
        await messages.WriteLineAsync("Không có lệnh: chạy dịch vụ.\n");
        foreach (var line in All.SelectMany(verb => verb.Usage))
        {
            await messages.WriteLineAsync($"  {line}");
        }

        await messages.WriteLineAsync("\nMã thoát: 0 xong cả; 1 có dòng, tệp hoặc chỗ phải xem lại; 2 gọi sai cách; 130 dừng giữa chừng.");
    }
}
