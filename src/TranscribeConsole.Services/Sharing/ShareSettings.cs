namespace TranscribeConsole.Services.Sharing;

/// <summary>How share links are set.</summary>
/// <param name="MaxDays">No link is good for longer, also one that was made when more was allowed; 0: there are none.</param>
public sealed record ShareSettings(int MaxDays)
{
    public bool IsOn => MaxDays > 0;
}
