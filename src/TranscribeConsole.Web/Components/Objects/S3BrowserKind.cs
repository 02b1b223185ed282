namespace TranscribeConsole.Web.Components.Objects;

/// <summary>What is chosen in a <see cref="S3BrowserDialog"/>.</summary>
public enum S3BrowserKind
{
    /// <summary>One object, for example the media of a job.</summary>
    Object,

    /// <summary>A bucket or a folder to write to.</summary>
    Folder,
}
