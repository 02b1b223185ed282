namespace TranscribeConsole.Services.Media;

/// <summary>
/// Content types of the formats that a job can have. What S3 keeps beside the object is not believed: whoever wrote the object chose it,
/// and <c>text/html</c> would make a page of it.
/// </summary>
internal static class MediaContentType
{
    /// <param name="key">Key of the object; its extension tells m4a from mp4, which the service calls alike.</param>
    /// <param name="format">The job's media format; null: by the extension alone.</param>
    public static string? Of(string key, string? format) => Of(Extension(key)) ?? Of(format);

    private static string? Of(string? format) => format switch
    {
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        "ogg" or "oga" or "opus" => "audio/ogg",
        "m4a" => "audio/mp4",
        "amr" => "audio/amr",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => null,
    };

    private static string Extension(string key) => Path.GetExtension(key).TrimStart('.').ToLowerInvariant();
}
