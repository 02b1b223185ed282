namespace TranscribeConsole.LocalAws.Storage;

/// <summary>What the backend knows about one stored object.</summary>
/// <param name="ETag">Without quotes: the MD5 in hex, or <c>md5-N</c> for a multipart upload of N parts.</param>
/// <param name="Headers">Content headers as they were sent (content-type, cache-control, …), lower-case names.</param>
/// <param name="UserMetadata">The <c>x-amz-meta-</c> headers without that prefix, lower-case names.</param>
/// <param name="Checksums">Base64 value by algorithm name in upper case (CRC32, CRC32C, CRC64NVME, SHA1, SHA256).</param>
/// <param name="ChecksumType"><c>FULL_OBJECT</c>, or <c>COMPOSITE</c> when the checksum is one of the parts' checksums.</param>
internal sealed record ObjectInfo(
    string Bucket,
    string Key,
    long Size,
    string ETag,
    DateTimeOffset LastModified,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> UserMetadata,
    IReadOnlyDictionary<string, string> Checksums,
    string ChecksumType = ChecksumTypes.FullObject)
{
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Bytes of each part of the multipart upload that it was, in order; empty for any other object.</summary>
    public IReadOnlyList<long> PartSizes { get; init; } = [];
}

/// <summary>How a checksum of an object came to be; the words of the wire.</summary>
internal static class ChecksumTypes
{
    public const string FullObject = "FULL_OBJECT";
    public const string Composite = "COMPOSITE";
}
