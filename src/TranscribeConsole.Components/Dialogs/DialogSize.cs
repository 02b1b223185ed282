namespace TranscribeConsole.Components.Dialogs;

public enum DialogSize
{
    /// <summary>For a question.</summary>
    Medium,

    /// <summary>For tables.</summary>
    Large,
}
