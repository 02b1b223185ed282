namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Where a new job's media comes from.</summary>
public enum MediaSource
{
    Upload,
    S3,
}
