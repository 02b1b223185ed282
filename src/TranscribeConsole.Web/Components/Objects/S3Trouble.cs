using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Web.Components.Objects;

/// <summary>A failure of S3, in a form that survives prerendering.</summary>
/// <param name="Permission">What AWS would have to allow; null: nothing that AWS could.</param>
public sealed record S3Trouble(AwsFailureKind Kind, string Message, string? Permission = null)
{
    public static S3Trouble Listing(AwsFailureException failure, S3Location? folder) =>
        From(failure, folder is null ? "s3:ListAllMyBuckets" : $"s3:ListBucket on arn:aws:s3:::{folder.Bucket}");

    public static S3Trouble Reading(AwsFailureException failure, S3Location location) =>
        From(failure, $"s3:GetObject on arn:aws:s3:::{location.Bucket}/*");

    // Without a cause it was the settings that refused, and the sentence says so.
    private static S3Trouble From(AwsFailureException failure, string permission) =>
        new(failure.Kind, failure.Message, failure.InnerException is null ? null : permission);
}
