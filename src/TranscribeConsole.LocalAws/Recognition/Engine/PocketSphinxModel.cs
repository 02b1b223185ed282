namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Files of the US English model.</summary>
internal sealed record PocketSphinxModel(string AcousticModel, string LanguageModel, string Dictionary)
{
    /// <summary>Null when the directory does not hold the whole model.</summary>
    public static PocketSphinxModel? Find(string directory)
    {
        var model = new PocketSphinxModel(
            Path.Combine(directory, "en-us"),
            Path.Combine(directory, "en-us.lm.bin"),
            Path.Combine(directory, "cmudict-en-us.dict"));
        return File.Exists(Path.Combine(model.AcousticModel, "mdef")) && File.Exists(model.LanguageModel) && File.Exists(model.Dictionary)
            ? model
            : null;
    }
}
