namespace TranscribeConsole.Services.Objects;

public enum S3EntryKind
{
    Bucket,
    Folder,
    Object,
}

/// <summary>A row of a listing: a bucket, a folder (a common prefix that ends in a slash) or an object.</summary>
/// <param name="Location">Exact; a bucket has an empty key.</param>
/// <param name="Time">When a bucket was created or an object was last modified; null for folders and where S3 does not say.</param>
/// <param name="Size">Bytes of an object.</param>
/// <param name="Region">Of a bucket, where S3 says.</param>
/// <param name="Unusable">Why a job can't use it, as a sentence; null: it can, as far as the listing tells.</param>
public sealed record S3Entry(
    S3EntryKind Kind, S3Location Location, DateTimeOffset? Time = null, long? Size = null, string? Region = null, string? Unusable = null);

/// <summary>A page of a listing, in S3's order, folders before objects.</summary>
/// <param name="NextToken">Opaque; null on the last page.</param>
public sealed record S3Page(IReadOnlyList<S3Entry> Entries, string? NextToken);
