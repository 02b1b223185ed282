using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

public sealed class RecogniserProbeTests
{
    private const string Command = "sudo apt-get install --no-install-recommends libpocketsphinx3 pocketsphinx-en-us ffmpeg";

    private static readonly RecogniserInstallation Installed = RecogniserInstallation.Default;

    [Fact]
    public async Task Probe_of_a_whole_installation_is_ready()
    {
        using var probe = new RecogniserProbe(new LocalAwsOptions(), TimeProvider.System);
        var status = await probe.ProbeAsync(CancellationToken.None);

        Assert.True(status.IsReady, status.Problem);
        Assert.Equal("PocketSphinx", status.Engine);
        Assert.Equal("5prealpha", status.Version);
    }

    public static TheoryData<string> Parts => ["PocketSphinx", "libsphinxbase", "its US English model", "ffmpeg"];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Missing_part_is_named_with_the_command_that_installs_it(string part)
    {
        var installation = Without(part);
        using var probe = new RecogniserProbe(installation, new LocalAwsOptions(), TimeProvider.System);
        var status = await probe.ProbeAsync(CancellationToken.None);
        using var transcribing = new Transcribing(installation: installation);

        Assert.False(status.IsReady);
        Assert.Contains($"{part} is not installed", status.Problem, StringComparison.Ordinal);
        Assert.Contains(Command, status.Problem, StringComparison.Ordinal);
        Assert.Equal(status.Problem, await transcribing.RefusalAsync("/dev/null"));
    }

    [Fact]
    public void Library_without_the_functions_is_refused_in_words()
    {
        var problem = (Installed with { EngineLibraries = ["libsphinxbase.so.3"] }).Problem();

        Assert.Contains("has no ps_args", problem, StringComparison.Ordinal);
        Assert.Contains(Command, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AddRecognition_makes_the_transcriber()
    {
        using var services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new LocalAwsOptions()).AddSingleton(new LocalAwsMeter()).AddRecognition().BuildServiceProvider();

        Assert.NotNull(services.GetRequiredService<IMediaTranscriber>());
    }

    private static RecogniserInstallation Without(string part) => part switch
    {
        "PocketSphinx" => Installed with { EngineLibraries = ["libnot-there.so"] },
        "libsphinxbase" => Installed with { BaseLibraries = ["libnot-there.so"] },
        "ffmpeg" => Installed with { SearchPath = "/nowhere" },
        _ => Installed with { ModelDirectories = ["/nowhere"] },
    };
}
