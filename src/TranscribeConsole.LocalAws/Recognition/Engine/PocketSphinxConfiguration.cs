using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Makes decoders.</summary>
internal static class PocketSphinxConfiguration
{
    /// <exception cref="RecogniserUnavailableException">The engine does not start with this model.</exception>
    public static unsafe DecoderHandle CreateDecoder(PocketSphinxLibrary library, PocketSphinxModel model, RecognitionPreset preset)
    {
        var configuration = Parse(library, Options(model, preset));
        if (configuration == 0) throw Refused();
        var decoder = new DecoderHandle(library, library.Init(configuration));
        _ = library.FreeConfiguration(configuration); // The decoder keeps it.
        return decoder.IsInvalid ? throw Refused() : decoder;
    }

    private static string[] Options(PocketSphinxModel model, RecognitionPreset preset) =>
    [
        "-hmm", model.AcousticModel, "-lm", model.LanguageModel, "-dict", model.Dictionary,
        // It would drop frames, and every later word would come out too early.
        "-remove_silence", "no",
        .. preset switch
        {
            RecognitionPreset.Fast => (string[])["-maxhmmpf", "3000"],
            RecognitionPreset.Balanced => ["-maxhmmpf", "5000"],
            _ => [],
        },
    ];

    private static unsafe nint Parse(PocketSphinxLibrary library, string[] options)
    {
        var strings = Array.ConvertAll(options, Marshal.StringToCoTaskMemUTF8);
        try
        {
            fixed (nint* arguments = strings)
                return library.ParseConfiguration(0, library.Args(), strings.Length, (byte**)arguments, 1);
        }
        finally
        {
            Array.ForEach(strings, Marshal.FreeCoTaskMem); // cmd_ln_parse_r copies them.
        }
    }

    private static RecogniserUnavailableException Refused() => new(
        "The built-in recogniser cannot run: PocketSphinx does not start with its US English model. "
        + $"Install it anew with: {RecogniserInstallation.InstallCommand}");
}
