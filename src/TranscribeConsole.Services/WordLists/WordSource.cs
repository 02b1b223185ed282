namespace TranscribeConsole.Services.WordLists;

/// <summary>Where the entries of a vocabulary or the words of a filter come from.</summary>
public enum WordSource
{
    /// <summary>Typed, pasted, or read from a file into the form.</summary>
    Editor,

    /// <summary>A file in S3, which the service reads itself.</summary>
    S3,
}
