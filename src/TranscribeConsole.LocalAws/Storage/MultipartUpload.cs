namespace TranscribeConsole.LocalAws.Storage;

/// <summary>A multipart upload that is neither completed nor aborted.</summary>
/// <param name="Id">Sorts by the time of initiation.</param>
/// <param name="ChecksumAlgorithm">Upper-case name as asked for; null: none was.</param>
internal sealed record MultipartUpload(
    string Id,
    string Bucket,
    string Key,
    DateTimeOffset Initiated,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> UserMetadata,
    string? ChecksumAlgorithm,
    string ChecksumType)
{
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>A part that has been stored.</summary>
/// <param name="ETag">MD5 in hex, without quotes.</param>
/// <param name="Checksums">Base64 by upper-case algorithm name.</param>
internal sealed record UploadedPart(
    int Number, BodyFile Body, string ETag, DateTimeOffset LastModified, IReadOnlyDictionary<string, string> Checksums);

/// <summary>What a completion makes of an upload.</summary>
/// <param name="Parts">The parts that the object is made of, in order; the others are removed.</param>
internal sealed record CompletedUpload(
    string ETag, IReadOnlyList<UploadedPart> Parts, IReadOnlyDictionary<string, string> Checksums, string ChecksumType);
