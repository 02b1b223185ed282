namespace TranscribeConsole.Services.Jobs;

/// <summary>What a job or its transcript is asked for. Whatever says nothing is shown to somebody, and recorded.</summary>
public enum JobUse
{
    /// <summary>To show it.</summary>
    View,

    /// <summary>To do something that is recorded by itself, or to look for the server's own sake.</summary>
    Other,
}
