using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Pages.Jobs;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class JobListingTests
{
    [Fact]
    public void A_new_job_belongs_on_the_first_page_in_its_place()
    {
        var listing = Listing(new JobQuery(), "next", Row("c", 30), Row("a", 10));

        Assert.True(listing.Misses(Row("d", 40)));
        Assert.Equal(["c", "b", "a"], Names(listing.Settle([Row("b", 20)], new HashSet<string>())));
    }

    [Theory]
    [InlineData("next", 5, false)]
    [InlineData(null, 5, true)]
    [InlineData("next", 40, true)]
    public void A_job_beyond_the_last_row_is_on_a_later_page_if_there_is_one(string? next, int at, bool missed) =>
        Assert.Equal(missed, Listing(new JobQuery(), next, Row("c", 30), Row("a", 10)).Misses(Row("x", at)));

    [Fact]
    public void A_job_before_the_first_row_of_a_later_page_is_not_missed() =>
        Assert.False(Listing(new JobQuery(NextToken: "2"), null, Row("c", 30)).Misses(Row("d", 40)));

    [Fact]
    public void Name_and_status_of_the_query_decide()
    {
        var listing = Listing(new JobQuery("Call", JobStatus.Completed), null);

        Assert.True(listing.Misses(Row("my-call", 1)));
        Assert.False(listing.Misses(Row("other", 1)));
        Assert.False(listing.Misses(Row("my-call", 1, JobStatus.Failed)));
    }

    [Fact]
    public void Rows_keep_their_places_until_they_settle()
    {
        var listing = Listing(new JobQuery(Status: JobStatus.InProgress), null, Row("b", 2, JobStatus.InProgress), Row("a", 1, JobStatus.InProgress));
        var updated = listing.Update(new Dictionary<string, JobRow> { ["b"] = Row("b", 2) });

        Assert.Equal(["b", "a"], Names(updated));
        Assert.True(updated.HasMisfits);
        Assert.Empty(updated.Settle([], new HashSet<string> { "a" }).Jobs);
    }

    private static JobListing Listing(JobQuery query, string? next, params JobRow[] rows) => new(query, new JobPage(rows, next));

    private static IEnumerable<string> Names(JobListing listing) => listing.Jobs.Select(job => job.Name);

    private static JobRow Row(string name, int at, JobStatus status = JobStatus.Completed) =>
        new(name, status, "-", DateTimeOffset.UnixEpoch.AddSeconds(at), null, null, null, OutputLocation.ServiceManaged);
}
