using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Where the recogniser's parts are looked for, and what is missing.</summary>
/// <param name="SearchPath">PATH in which ffmpeg and ffprobe are looked for.</param>
/// <param name="EngineLibraries">Names or paths to try for libpocketsphinx, best first.</param>
/// <param name="BaseLibraries">The same for libsphinxbase.</param>
/// <param name="ModelDirectories">Directories that may hold the US English model.</param>
internal sealed record RecogniserInstallation(
    string? SearchPath,
    IReadOnlyList<string> EngineLibraries,
    IReadOnlyList<string> BaseLibraries,
    IReadOnlyList<string> ModelDirectories)
{
    public const string InstallCommand = "sudo apt-get install --no-install-recommends libpocketsphinx3 pocketsphinx-en-us ffmpeg";

    /// <summary>The sentence for an engine that needs nothing else of this machine.</summary>
    public const string NoFfmpeg =
        "Media can't be decoded: ffmpeg is not installed. Install it with: sudo apt-get install --no-install-recommends ffmpeg";

    /// <summary>Debian's and Ubuntu's places. The names without a number come with their -dev packages.</summary>
    public static RecogniserInstallation Default { get; } = new(
        Environment.GetEnvironmentVariable("PATH"),
        ["libpocketsphinx.so.3", "libpocketsphinx.so"],
        ["libsphinxbase.so.3", "libsphinxbase.so"],
        ["/usr/share/pocketsphinx/model/en-us", "/usr/local/share/pocketsphinx/model/en-us"]);

    public MediaPrograms? FindPrograms() => MediaPrograms.Find(SearchPath);

    public PocketSphinxModel? FindModel() => ModelDirectories.Select(PocketSphinxModel.Find).FirstOrDefault(model => model is not null);

    /// <summary>The sentence that says what is missing and the command that installs it; null when everything is there.</summary>
    public string? Problem()
    {
        try
        {
            _ = PocketSphinxLibrary.Load(EngineLibraries, BaseLibraries);
        }
        catch (RecogniserUnavailableException e)
        {
            return e.Message;
        }

        if (FindModel() is null) return Missing("its US English model");
        return FindPrograms() is null ? Missing("ffmpeg") : null;
    }

    /// <summary>The one form of all such sentences.</summary>
    public static string Missing(string part) =>
        $"The built-in recogniser cannot run: {part} is not installed. Install it with: {InstallCommand}";
}
