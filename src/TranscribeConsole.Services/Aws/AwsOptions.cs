using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.Services.Aws;

/// <summary>Which AWS account, Region and addresses are used, section <c>Aws</c>. Credentials come from the SDK's ordinary chain.</summary>
public sealed class AwsOptions
{
    public const string Section = "Aws";

    /// <summary>Region code, for example eu-central-1; empty: from the SDK's ordinary chain (AWS_REGION, profile, instance).</summary>
    [RegularExpression("^$|^[a-z]{2}(-[a-z]+)+-[0-9]+$", ErrorMessage = "Aws:Region must be a Region code such as eu-central-1.")]
    public string Region { get; init; } = "";

    /// <summary>Profile of the shared credentials file; empty: the SDK's default.</summary>
    public string Profile { get; init; } = "";

    /// <summary>Address of an S3-compatible service in place of Amazon's.</summary>
    [Url(ErrorMessage = "Aws:S3ServiceUrl must be an http or https address.")]
    public string? S3ServiceUrl { get; init; }

    /// <summary>Address of a Transcribe-compatible service in place of Amazon's.</summary>
    [Url(ErrorMessage = "Aws:TranscribeServiceUrl must be an http or https address.")]
    public string? TranscribeServiceUrl { get; init; }

    /// <summary>Address of STS, which is asked for the account; empty: that of another Transcribe-compatible service, else Amazon's.</summary>
    [Url(ErrorMessage = "Aws:StsServiceUrl must be an http or https address.")]
    public string? StsServiceUrl { get; init; }

    /// <summary>Address objects as host/bucket/key; for S3-compatible services that need it.</summary>
    public bool S3ForcePathStyle { get; init; }

    /// <summary>The only buckets that people may browse and look into; empty: every bucket that the credentials reach.</summary>
    [BucketNames(ErrorMessage = "Aws:AllowedBuckets must hold bucket names of 3 to 63 characters: a-z, 0-9, periods and hyphens.")]
    public IReadOnlyList<string> AllowedBuckets { get; init; } = [];
}

/// <summary>Every entry is a bucket name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BucketNamesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> names && names.All(S3Location.IsBucketName);
}
