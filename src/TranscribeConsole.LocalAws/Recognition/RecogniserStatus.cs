namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>The recogniser as it is found right now.</summary>
/// <param name="Engine">Its name for people, for example <c>PocketSphinx</c>.</param>
/// <param name="Version">Null when it is not installed, or does not say.</param>
/// <param name="Model">What it recognises, for people.</param>
/// <param name="Problem">A sentence that says what is missing, with the command that installs it where there is one; null when it is ready.</param>
public sealed record RecogniserStatus(string Engine, string? Version, string Model, string? Problem)
{
    public bool IsReady => Problem is null;
}
