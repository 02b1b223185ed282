namespace TranscribeConsole.Services.Objects;

/// <summary>What S3 tells of an object without sending it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">As the uploader declared it; nothing vouches for it.</param>
/// <param name="ETag">Without quotes; the MD5 of the body only for some objects.</param>
/// <param name="StorageClass"><c>STANDARD</c>, <c>GLACIER</c>, … as S3 writes it.</param>
public sealed record ObjectFacts(
    S3Location Location, long Size, string? ContentType, DateTimeOffset? LastModified, string? ETag, string StorageClass);
