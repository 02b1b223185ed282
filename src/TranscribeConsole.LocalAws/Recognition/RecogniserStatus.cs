namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>The local recogniser as it is installed on this machine.</summary>
/// <param name="Engine">Its name for people, for example <c>PocketSphinx</c>.</param>
/// <param name="Version">Null when it is not installed.</param>
/// <param name="Model">What it recognises, for people.</param>
/// <param name="Problem">A sentence with the command that installs what is missing; null when it is ready.</param>
public sealed record RecogniserStatus(string Engine, string? Version, string Model, string? Problem)
{
    public bool IsReady => Problem is null;
}
