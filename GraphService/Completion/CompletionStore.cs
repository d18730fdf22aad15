using HocTap.Office.GraphService.Campaigns;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Storage;
using HocTap.Office.GraphService.Submissions;

namespace HocTap.Office.GraphService.Completion;

/// <summary>Builds completion from the read model, now or as of a past instant.</summary>
internal sealed class CompletionStore(Database database)
{
    /// <summary>Completion as of an instant: what was filed by then, in the state its reviews had brought it to by then.</summary>
    public async Task<CompletionTree> AsOfAsync(OfficeDirectory directory, Campaign campaign, DateTimeOffset at)
    {
        await using var connection = database.Open();
        var submissions = await SubmissionsTable.OfCampaignAsync(connection, campaign.Code);
        var reviews = (await ReviewsTable.OfCampaignAsync(connection, campaign.Code)).ToLookup(review => review.SubmissionId);
        return new CompletionTree(directory, campaign, submissions.Where(submission => submission.ReceivedAt <= at).Select(submission => StateAt(submission, reviews[submission.Id], at)), at);
    }

    /// <summary>Completion now.</summary>
    public async Task<CompletionTree> NowAsync(OfficeDirectory directory, Campaign campaign, DateTimeOffset now)
    {
        await using var connection = database.Open();
        return new CompletionTree(directory, campaign, await SubmissionsTable.OfCampaignAsync(connection, campaign.Code), now);
    }

    // Parked documents stay so, withdrawn ones from then on; of the others the last decision by then counts, and superseding shows in the revisions themselves.
    private static Submission StateAt(Submission submission, IEnumerable<Review> reviews, DateTimeOffset at)
    {
        if (submission.Status == SubmissionStatus.Parked || submission.WithdrawnAt <= at)
        {
            return submission;
        }

        var last = reviews.LastOrDefault(review => review.RowId is null && review.ReviewedAt <= at);
        return submission with
        {
            Status = last?.Decision ?? SubmissionStatus.Submitted,
            ManagingReceivedAt = submission.ManagingReceivedAt <= at ? submission.ManagingReceivedAt : null,
        };
    }
}
