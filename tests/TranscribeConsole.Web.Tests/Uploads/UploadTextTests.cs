using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Tests.Uploads;

public sealed class UploadTextTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1023, "1023 bytes")]
    [InlineData(12_897_485, "12.3 MB")]
    [InlineData(2_147_483_648, "2.0 GB")]
    public void Bytes_are_shown_in_the_largest_fitting_unit(long bytes, string text) => Assert.Equal(text, UploadText.Bytes(bytes));

    [Theory]
    [InlineData(0, null, "512.0 KB of 2.0 MB (25 %)")]
    [InlineData(1024, 1.2, "512.0 KB of 2.0 MB (25 %), 1.0 KB/s, about 2 s left")]
    [InlineData(1024, 75.0, "512.0 KB of 2.0 MB (25 %), 1.0 KB/s, about 1 min 15 s left")]
    [InlineData(1024, 7500.0, "512.0 KB of 2.0 MB (25 %), 1.0 KB/s, about 2 h 5 min left")]
    public void Progress_shows_speed_and_time_once_they_are_known(double speed, double? seconds, string text) =>
        Assert.Equal(text, UploadText.Progress(new UploadState(
            UploadPhase.Uploading, "call.wav", 2 << 20, 512 << 10, speed, seconds is { } s ? TimeSpan.FromSeconds(s) : null, null, null)));
}
