using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Uploads;

public sealed class UploadSessionTests
{
    private static readonly UploadState Uploading = new(UploadPhase.Uploading, "call.wav", 100, 50, 10, TimeSpan.FromSeconds(5), null, null);

    private readonly UploadSession _session = new();

    [Theory]
    [InlineData(UploadPhase.Completed)]
    [InlineData(UploadPhase.Failed)]
    [InlineData(UploadPhase.Cancelled)]
    public async Task WhenEnded_completes_with_the_state_that_ended_the_upload(UploadPhase phase)
    {
        _session.Report(Uploading);
        var ended = _session.WhenEndedAsync(CancellationToken.None);
        Assert.False(ended.IsCompleted);
        _session.Report(Uploading with { Phase = phase });

        Assert.Equal(phase, (await ended).Phase);
    }

    [Fact]
    public async Task WhenEnded_completes_at_once_when_the_upload_has_ended()
    {
        _session.Report(Uploading with { Phase = UploadPhase.Completed });

        Assert.Equal(UploadPhase.Completed, (await _session.WhenEndedAsync(CancellationToken.None)).Phase);
    }

    [Fact]
    public async Task WhenEnded_stops_waiting_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var ended = _session.WhenEndedAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
    }

    [Fact]
    public void Reset_forgets_the_upload_and_tells_the_script()
    {
        var forgotten = 0;
        _session.Forgotten += () => forgotten++;
        _session.Report(Uploading);
        _session.Reset();

        Assert.Equal(1, forgotten);
        Assert.Equal(UploadPhase.None, _session.State.Phase);
    }

    [Fact]
    public void A_report_changes_what_it_names_and_drops_what_is_gone()
    {
        _session.Replace([Uploading with { Id = 1 }, Uploading with { Id = 2 }, Uploading with { Id = 3 }]);

        _session.Report([Uploading with { Id = 2, Sent = 70 }, Uploading with { Id = 4 }], [2, 3, 4]);

        Assert.Equal([2, 3, 4], _session.Files.Select(file => file.Id));
        Assert.Equal(70, _session.Find(2)!.Sent);
        Assert.True(_session.IsUnderWay);
        Assert.Equal(UploadPhase.None, _session.State.Phase); // of several there is no single one
    }
}
