namespace TranscribeConsole.Web.Uploads;

/// <summary>One upload as it stands.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Sent">Bytes sent so far.</param>
/// <param name="BytesPerSecond">Smoothed; 0 while it is not known.</param>
/// <param name="TimeLeft">Null while it is not known.</param>
/// <param name="Location"><c>s3://bucket/key</c> when completed.</param>
/// <param name="Error">A sentence for the user when failed.</param>
public sealed record UploadState(
    UploadPhase Phase, string FileName, long Size, long Sent, double BytesPerSecond, TimeSpan? TimeLeft, string? Location, string? Error)
{
    public static UploadState Empty { get; } = new(UploadPhase.None, "", 0, 0, 0, null, null, null);

    /// <summary>The script's number for it, the same after a reload.</summary>
    public int Id { get; init; }

    /// <summary>The script still has the file: it need not be chosen again.</summary>
    public bool CanRetry { get; init; }
}
