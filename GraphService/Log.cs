namespace HocTap.Office.GraphService;

/// <summary>Every log message of the service. Ranges: Graph 1000, forms 2000, submissions 3000, tenant 4000. Ids yes; names, birthdays and plans never.</summary>
internal static partial class Log
{
    [LoggerMessage(1013, LogLevel.Information, "Person {Person} signed in for the first time and was bound to their account")]
    public static partial void AccountBound(this ILogger logger, string person);

    [LoggerMessage(1000, LogLevel.Information, "List {List} was created")]
    public static partial void ListCreated(this ILogger logger, string list);

    [LoggerMessage(1012, LogLevel.Warning, "{What} could not be made what the schema says")]
    public static partial void NotMended(this ILogger logger, string what, Exception exception);

    [LoggerMessage(1001, LogLevel.Information, "List {List}: {Count} items were seeded")]
    public static partial void ListSeeded(this ILogger logger, string list, int count);

    [LoggerMessage(1009, LogLevel.Information, "Campaign {Campaign}: {Count} plans of the sample city were filed")]
    public static partial void PlansSeeded(this ILogger logger, string campaign, int count);

    [LoggerMessage(1002, LogLevel.Debug, "Delta of {List} brought {Count} items")]
    public static partial void DeltaApplied(this ILogger logger, string list, int count);

    [LoggerMessage(1003, LogLevel.Warning, "Delta link of {List} had expired; its mirror is read anew")]
    public static partial void DeltaExpired(this ILogger logger, string list);

    [LoggerMessage(1004, LogLevel.Warning, "Delta could not be read; tried again in {Delay}")]
    public static partial void DeltaFailed(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "File {FileName} carried submission {SubmissionId} that is not its own and was left out of the read model")]
    public static partial void ForeignFile(this ILogger logger, string fileName, string submissionId);

    [LoggerMessage(1006, LogLevel.Warning, "Item {ItemId} of {List} had a status that is not ours and was left out: {Status}")]
    public static partial void UnknownStatus(this ILogger logger, string list, string itemId, string status);

    [LoggerMessage(1010, LogLevel.Warning, "Item {ItemId} of the library was set to {Status} by hand; it stays {Known}")]
    public static partial void StatusChangedByHand(this ILogger logger, string itemId, string status, string known);

    [LoggerMessage(1011, LogLevel.Warning, "Person {Person} belongs to no known organization ({Organization}) and is left out")]
    public static partial void HomelessPerson(this ILogger logger, string person, string organization);

    [LoggerMessage(1007, LogLevel.Error, "The settings of a campaign in SharePoint cannot be read; the campaign is left out")]
    public static partial void BrokenCampaign(this ILogger logger, Exception exception);

    [LoggerMessage(1008, LogLevel.Warning, "The completion list could not be written; tried again in {Delay}")]
    public static partial void CompletionNotPublished(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1020, LogLevel.Information, "Graph tells of changes of {List}")]
    public static partial void Subscribed(this ILogger logger, string list);

    [LoggerMessage(1021, LogLevel.Warning, "Subscriptions could not be kept; tried again in {Delay}, until then delta is polled")]
    public static partial void SubscriptionsFailed(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1022, LogLevel.Warning, "A notification named subscription {SubscriptionId} without the secret of one of ours and was left unheeded")]
    public static partial void ForeignNotification(this ILogger logger, string subscriptionId);

    [LoggerMessage(2000, LogLevel.Information, "Template {Template}, version {Version} of {Form} for campaign {Campaign}, was registered")]
    public static partial void TemplateRegistered(this ILogger logger, string template, int version, string form, string campaign);

    [LoggerMessage(2001, LogLevel.Warning, "Template {Template} in the library cannot be used and is left out: {Rules}")]
    public static partial void TemplateUnusable(this ILogger logger, string template, string rules);

    [LoggerMessage(3000, LogLevel.Information, "Submission {SubmissionId}, revision {Revision}, was received")]
    public static partial void SubmissionReceived(this ILogger logger, string submissionId, int revision);

    [LoggerMessage(3001, LogLevel.Information, "Operation {Kind} of submission {SubmissionId} was carried out")]
    public static partial void OperationDone(this ILogger logger, string kind, string submissionId);

    [LoggerMessage(3002, LogLevel.Warning, "Operation {Kind} of submission {SubmissionId} failed at attempt {Attempt}; next at {Next}")]
    public static partial void OperationDelayed(this ILogger logger, string kind, string submissionId, int attempt, string next, Exception exception);

    [LoggerMessage(3003, LogLevel.Error, "Operation {Kind} of submission {SubmissionId} was parked after {Attempt} attempts")]
    public static partial void OperationParked(this ILogger logger, string kind, string submissionId, int attempt, Exception exception);

    [LoggerMessage(2900, LogLevel.Error, "Line {Line} of the list could not be filled")]
    public static partial void LineNotFilled(this ILogger logger, int line, Exception exception);

    [LoggerMessage(2901, LogLevel.Information, "The output of the filling could not be written")]
    public static partial void OutputNotWritten(this ILogger logger, Exception exception);

    [LoggerMessage(2902, LogLevel.Information, "The verb could not work with SharePoint")]
    public static partial void VerbFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3004, LogLevel.Error, "The outbox could not be read; tried again in {Delay}")]
    public static partial void OutboxFailed(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(4000, LogLevel.Information, "Embedded tenant at {Address}; its data is in {Folder}")]
    public static partial void TenantStarted(this ILogger logger, Uri address, string folder);

    [LoggerMessage(4001, LogLevel.Information, "Ready. Sign in at {Address}; then {Pane} to fill and file, {Registers} to browse and review, {Completion} for who is missing. Add-in: {Manifest}")]
    public static partial void Ready(this ILogger logger, string address, string pane, string registers, string completion, string manifest);

    [LoggerMessage(4002, LogLevel.Error, "The site is not ready; tried again in {Delay}")]
    public static partial void SiteFailed(this ILogger logger, TimeSpan delay, Exception exception);
}
