namespace TranscribeConsole.Services.Media;

/// <summary>An upload under way. The browser only holds it as a protected token.</summary>
/// <param name="Size">Bytes of the whole file.</param>
/// <param name="PartSize">Bytes of every part but the last.</param>
public sealed record MediaUpload(string Bucket, string Key, string UploadId, string FileName, long Size, int PartSize)
{
    /// <summary>Number of parts, which are numbered from 1.</summary>
    public int PartCount => (int)((Size + PartSize - 1) / PartSize);

    /// <summary>Bytes of the given part.</summary>
    public long PartLength(int partNumber) => partNumber < PartCount ? PartSize : Size - (long)PartSize * (PartCount - 1);
}
