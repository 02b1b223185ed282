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
}
