using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Services.Tests.Media;

public sealed class MediaKeyTests
{
    [Theory]
    [InlineData("call.wav", "call.wav")]
    [InlineData("Interview mit Frau Müller (2).MP3", "Interview-mit-Frau-M-ller--2.MP3")]
    [InlineData("../../etc/passwd.wav", "passwd.wav")]
    [InlineData(@"C:\Users\me\call.wav", "call.wav")]
    [InlineData("...wav", "media.wav")]
    [InlineData("会議.mp4", "media.mp4")]
    [InlineData("a\u202Egnp.wav", "a-gnp.wav")]
    public void SafeFileName_keeps_letters_digits_and_the_extension(string fileName, string safe) =>
        Assert.Equal(safe, MediaKey.SafeFileName(fileName));

    [Fact]
    public void SafeFileName_of_a_long_name_is_cut_before_the_extension() =>
        Assert.Equal(new string('x', 100) + ".flac", MediaKey.SafeFileName(new string('x', 300) + ".flac"));

    [Fact]
    public void For_makes_another_key_for_the_same_name_each_time()
    {
        var now = new DateTimeOffset(2026, 3, 9, 23, 30, 0, TimeSpan.FromHours(-5));

        var first = MediaKey.For("uploads/", "call.wav", now);
        var second = MediaKey.For("uploads/", "call.wav", now);

        Assert.StartsWith("uploads/2026/03/10/", first, StringComparison.Ordinal);
        Assert.EndsWith("/call.wav", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }
}
