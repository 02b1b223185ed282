using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>Looks whether the local recogniser can run here. Costs milliseconds; each call looks anew.</summary>
public sealed class RecogniserProbe
{
    private const string ModelName = "US English (en-us, CMU)";

    private readonly RecogniserInstallation _installation;

    public RecogniserProbe()
        : this(RecogniserInstallation.Default)
    {
    }

    internal RecogniserProbe(RecogniserInstallation installation) => _installation = installation;

    public RecogniserStatus Probe()
    {
        var problem = _installation.Problem();
        return new RecogniserStatus(
            PocketSphinxLibrary.EngineName, problem is null ? PocketSphinxLibrary.Version : null, ModelName, problem);
    }
}
