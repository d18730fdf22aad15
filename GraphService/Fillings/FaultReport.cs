using System.Globalization;
using System.Text;
using HocTap.Office.GraphService.Fillings.Tables;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>The bad lines as a CSV file beside the output («báo cáo dòng lỗi»), which Excel opens with its letters right. There is none when no line is bad.</summary>
internal sealed class FaultReport(string path, char separator) : IDisposable
{
    private static readonly string[] Head = ["Dòng", "Cột", "Lý do"];

    private StreamWriter? writer;

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Takes away the report of an earlier run.</summary>
    public void Clear() => File.Delete(path);

    /// <summary>Writes a fault down at once.</summary>
    public void Add(FillFault fault)
    {
        if (writer is null)
        {
            writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n", AutoFlush = true };
            Write(Head);
        }

        Write([fault.Line.ToString(CultureInfo.InvariantCulture), fault.Column, fault.Reason]);
    }

    /// <inheritdoc/>
    public void Dispose() => writer?.Dispose();

    private void Write(IEnumerable<string> values) => writer!.WriteLine(string.Join(separator, values.Select(Quoted))); // made before its first use

    // A sentence of ours never begins like a formula, but the name of a column may.
    private static string Quoted(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@', ..] ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
