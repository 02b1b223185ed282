using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Jobs;

public sealed class JobProgressTests
{
    [Fact]
    public void Long_job_tells_how_far_it_is_twice_a_minute_and_a_short_one_nothing()
    {
        var time = new FakeTimeProvider();
        var log = new RecordingLoggers();
        var progress = new JobProgress("call-1", time, log);

        progress.Report(0.1);
        time.Advance(TimeSpan.FromSeconds(30));
        progress.Report(0.255);
        progress.Report(0.3);
        time.Advance(TimeSpan.FromSeconds(31));
        progress.Report(0.9);
        time.Advance(TimeSpan.FromSeconds(31));
        progress.Report(1);

        Assert.Equal(["Job call-1 is 25 % done.", "Job call-1 is 90 % done."], log.Entries.Select(entry => entry.Message));
    }
}
