using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Limits;

public sealed class ServiceLimitsTests
{
    private readonly ServiceLimits _limits = ServiceLimits.Load();

    [Fact]
    public void Load_reads_every_figure()
    {
        Assert.Equal(2_147_483_648, _limits.Quotas.MaxMediaBytes);
        Assert.Equal(90, _limits.Quotas.JobRetentionDays);
        Assert.Equal(5, _limits.Quotas.ListRequestsPerSecond);
        Assert.All(typeof(Quotas).GetProperties(), figure => Assert.NotEqual(0, Convert.ToInt64(figure.GetValue(_limits.Quotas))));
    }

    [Fact]
    public void Load_reads_each_language_once_in_the_order_of_names()
    {
        Assert.Equal(117, _limits.Languages.Count);
        Assert.Equal(117, _limits.Languages.Select(language => language.Code).Distinct().Count());
        Assert.Equal(_limits.Languages.Select(l => l.Name).Order(StringComparer.OrdinalIgnoreCase), _limits.Languages.Select(l => l.Name));
    }

    [Theory]
    [InlineData("en-US", "English, US (en-US)")]
    [InlineData("xx-XX", "xx-XX")]
    public void LanguageText_falls_back_to_the_code(string code, string text) => Assert.Equal(text, _limits.LanguageText(code));

    [Theory]
    [InlineData("call.WAV", "wav")]
    [InlineData("talk.opus", "ogg")]
    [InlineData("a.b/film.mp4", "mp4")]
    [InlineData("notes.txt", null)]
    [InlineData("mp3", null)]
    public void FindMediaFormat_goes_by_the_extension(string fileName, string? format) =>
        Assert.Equal(format, _limits.FindMediaFormat(fileName)?.Format);
}
