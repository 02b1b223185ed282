using TranscribeConsole.Web.Components.Jobs;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class JobListPreferencesTests
{
    [Fact]
    public void Parse_reads_what_was_written()
    {
        var preferences = new JobListPreferences(50, [JobColumn.Name, JobColumn.Status, JobColumn.Expiration], true);
        var read = JobListPreferences.Parse(preferences.ToString());

        Assert.Equal(50, read.PageSize);
        Assert.Equal(preferences.Columns, read.Columns);
        Assert.True(read.Notify);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7.Name.NoSuchColumn")]
    [InlineData("<script>")]
    public void Parse_of_anything_else_gives_the_defaults(string? cookie) =>
        Assert.Equal(JobListPreferences.Default.ToString(), JobListPreferences.Parse(cookie).ToString());
}
