using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.LocalAws.Tests.Jobs;

public sealed class JobOutputTests
{
    [Theory]
    [InlineData(null, "J.json")]
    [InlineData("name.json", "name.json")]
    [InlineData("dir/name.json", "dir/name.json")]
    [InlineData("dir/", "dir/J.json")]
    [InlineData("dir", "dir/J.json")]
    [InlineData("dir/sub", "dir/sub/J.json")]
    [InlineData("name.JSON", "name.JSON/J.json")]
    public void Output_key_that_ends_in_json_is_the_key_and_any_other_a_folder(string? outputKey, string expected) =>
        Assert.Equal(new JobOutput("b", expected), JobOutput.InCustomerBucket("b", outputKey, "J"));

    [Fact]
    public void Subtitles_lie_beside_the_transcript()
    {
        var output = JobOutput.InCustomerBucket("b", "dir/name.json", "J");

        Assert.Equal("dir/name.srt", output.SubtitleKey(SubtitleFormat.Srt));
        Assert.Equal("dir/name.vtt", output.SubtitleKey(SubtitleFormat.Vtt));
    }

    [Fact]
    public void Service_output_has_a_name_of_its_own_for_each_job() =>
        Assert.NotEqual(JobOutput.InServiceBucket("J"), JobOutput.InServiceBucket("J"));
}
