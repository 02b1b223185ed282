using System.Text.Json.Serialization;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

/// <summary>A page of jobs as it is shown, and what was asked for it.</summary>
public sealed record JobListing(JobQuery Query, JobPage Page)
{
    [JsonIgnore]
    public IReadOnlyList<JobRow> Jobs => Page.Jobs;

    /// <summary>The same rows in their new states.</summary>
    public JobListing Update(IReadOnlyDictionary<string, JobRow> updated) =>
        updated.Count == 0 ? this : With(Jobs.Select(job => updated.GetValueOrDefault(job.Name, job)));

    /// <summary>Whether a job that is not shown would stand on this page, were it read again.</summary>
    public bool Misses(JobRow row) =>
        Jobs.All(job => job.Name != row.Name) && Fits(row)
        && (Query.NextToken is null || (Jobs.Count > 0 && row.CreationTime <= Jobs[0].CreationTime)) // else it is on an earlier page
        && (Page.NextToken is null || (Jobs.Count > 0 && row.CreationTime >= Jobs[^1].CreationTime)); // else on a later one

    /// <summary>Whether rows stand here that do not fit the filter any more.</summary>
    [JsonIgnore]
    public bool HasMisfits => Jobs.Any(job => !Fits(job));

    /// <summary>With jobs that were missed, newest first, and without those that are gone or do not fit any more.</summary>
    public JobListing Settle(IEnumerable<JobRow> missed, IReadOnlySet<string> gone) =>
        With(missed.Where(Misses).Concat(Jobs).Where(job => Fits(job) && !gone.Contains(job.Name)).OrderByDescending(job => job.CreationTime));

    private bool Fits(JobRow row) =>
        (Query.Status is null || row.Status == Query.Status)
        && (string.IsNullOrEmpty(Query.NameContains) || row.Name.Contains(Query.NameContains, StringComparison.OrdinalIgnoreCase));

    private JobListing With(IEnumerable<JobRow> jobs) => this with { Page = Page with { Jobs = [.. jobs] } };
}
