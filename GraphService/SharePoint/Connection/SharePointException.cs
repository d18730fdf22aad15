using System.Globalization;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Graph or SharePoint refused a call, after everything that could be tried again was.</summary>
internal sealed class SharePointException : Exception
{
    /// <summary>Without an answer.</summary>
    public SharePointException()
    {
    }

    /// <summary>With words alone.</summary>
    public SharePointException(string message)
        : base(message)
    {
    }

    /// <summary>With words and a cause.</summary>
    public SharePointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With what the answer said.</summary>
    public SharePointException(int status, string code, string text, TimeSpan? retryAfter = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{status} {code}: {text}")) =>
        (Status, Code, RetryAfter) = (status, code, retryAfter);

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>The deepest code of the error body; empty when the body was none of Graph's or SharePoint's.</summary>
    public string Code { get; } = "";

    /// <summary>How long SharePoint asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True when the same call may succeed later: busy, throttled, locked, or still at work on the file just uploaded.</summary>
    public bool IsTransient => Status is 401 or 408 or 409 or 412 or 423 or 429 or 500 or 502 or 503 or 504;

    /// <summary>True for the code, whatever its case.</summary>
    public bool Is(string code) => Code.Equals(code, StringComparison.OrdinalIgnoreCase);
}
