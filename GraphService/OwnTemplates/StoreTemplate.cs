using HocTap.Office.GraphService.Outbox;
using HocTap.Office.GraphService.SharePoint;
using HocTap.Office.GraphService.Storage;

namespace HocTap.Office.GraphService.OwnTemplates;

/// <summary>Stores a registered template: the file, then the columns that say what it is for.</summary>
internal sealed class StoreTemplate(Database database) : IOperationHandler
{
    /// <summary>The kind of its operations.</summary>
    public const string KindName = "template";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async Task CarryOutAsync(Operation operation, SiteAccess site, CancellationToken cancellationToken)
    {
        await using var connection = database.Open();
        var template = await TemplatesTable.FindAsync(connection, operation.SubmissionId) ?? throw new OperationRefusedException("The template is not known any more.");
        var bytes = await TemplatesTable.BytesAsync(connection, template.Id) ?? throw new OperationRefusedException("The file of the template is gone.");
        // A taken name is ours, from before an answer was lost: it ends with our id.
        var file = await site.Templates.UploadAsync(template.Path, bytes, cancellationToken)
            ?? (await site.Templates.FindAsync(template.Path, cancellationToken))?.Id
            ?? throw new OperationRefusedException($"The file {template.FileName} is neither new nor there.");
        await site.Writing.DescribeAsync(SiteSchema.FormTemplates, new StoredFile(template.Path, file), template.ToItem(), cancellationToken);
    }
}
