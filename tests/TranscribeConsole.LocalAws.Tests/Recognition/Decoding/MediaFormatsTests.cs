using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Decoding;

public sealed class MediaFormatsTests
{
    private const string Mov = "mov,mp4,m4a,3gp,3g2,mj2";

    [Theory]
    [InlineData(Mov, "isom", false, "aac", "mp4")]
    [InlineData(Mov, "M4A ", false, "aac", "m4a")]
    [InlineData(Mov, "M4A ", true, "aac", "mp4")]
    [InlineData(Mov, "qt  ", true, "aac", "mp4")]
    [InlineData("matroska,webm", null, false, "opus", "webm")]
    [InlineData("matroska,webm", null, true, "aac", null)]
    [InlineData("amrwb", null, false, "amr_wb", "amr")]
    [InlineData("hls", null, false, "aac", null)]
    public void Detected_format_has_the_services_name(string demuxer, string? brand, bool video, string codec, string? expected) =>
        Assert.Equal(expected, MediaFormats.NameOf(Media(demuxer, brand, video, codec)));

    [Theory]
    [InlineData("m4a", "mp4", false, true)]
    [InlineData("mp4", "m4a", false, true)]
    [InlineData("m4a", "mp4", true, false)]
    [InlineData("wav", "mp3", false, false)]
    public void Mpeg4_without_pictures_goes_by_both_names(string declared, string detected, bool video, bool expected) =>
        Assert.Equal(expected, MediaFormats.Match(declared, detected, Media(Mov, "isom", video, "aac")));

    private static DetectedMedia Media(string demuxer, string? brand, bool video, string codec) =>
        new(demuxer, brand, video, null, new DetectedAudio(0, codec, 16_000, 1));
}
