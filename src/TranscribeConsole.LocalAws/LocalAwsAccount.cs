namespace TranscribeConsole.LocalAws;

/// <summary>The one account and Region that the embedded backend plays.</summary>
internal static class LocalAwsAccount
{
    public const string Id = "000000000000";
    public const string Region = "us-east-1";

    /// <summary>Bucket of service-managed output; reached only through presigned addresses, as with the real service.</summary>
    public const string ServiceBucket = "aws-transcribe-us-east-1-prod";
}
