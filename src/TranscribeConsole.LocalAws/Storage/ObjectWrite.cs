namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Everything about an object that is to be stored but its body.</summary>
internal sealed record ObjectWrite(string Bucket, string Key)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Headers { get; init; } = None;

    public IReadOnlyDictionary<string, string> UserMetadata { get; init; } = None;

    public IReadOnlyDictionary<string, string> Checksums { get; init; } = None;

    public string ChecksumType { get; init; } = ChecksumTypes.FullObject;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = None;

    public WriteCondition Condition { get; init; } = WriteCondition.Always;
}

/// <summary>What must hold when an object is committed; checked in the transaction that commits it.</summary>
/// <param name="IfAbsent"><c>If-None-Match: *</c>.</param>
/// <param name="IfMatch">ETag without quotes, or <c>*</c>: some object must be there; null: no condition.</param>
internal sealed record WriteCondition(bool IfAbsent = false, string? IfMatch = null)
{
    public static readonly WriteCondition Always = new();
}
