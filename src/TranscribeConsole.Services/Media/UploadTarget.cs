namespace TranscribeConsole.Services.Media;

/// <summary>The bucket that uploads go to, settled when the application is composed.</summary>
/// <param name="Bucket">Null: uploads are not possible.</param>
/// <param name="CreateBucket">Make the bucket on first use when it is missing.</param>
/// <param name="Prefix">Prefix of every key; empty or ending with a slash.</param>
public sealed record UploadTarget(string? Bucket, bool CreateBucket, string Prefix);
