using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.TranscribeService;

namespace TranscribeConsole.Services.Aws;

/// <summary>How the backend is reached: an address and a pair of keys, or Amazon's own.</summary>
public sealed record AwsConnection
{
    /// <summary>Null: the Region of the SDK's ordinary chain.</summary>
    public RegionEndpoint? Region { get; init; }

    /// <summary>Null: the SDK's ordinary credential chain.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>Profile of the shared credentials file for that chain; null: its default.</summary>
    public string? Profile { get; init; }

    /// <summary>Null: Amazon's address of the Region.</summary>
    public Uri? S3ServiceUrl { get; init; }

    /// <inheritdoc cref="S3ServiceUrl"/>
    public Uri? TranscribeServiceUrl { get; init; }

    /// <summary>Null: another Transcribe's own address, since it is asked with the same keys; else Amazon's address of the Region.</summary>
    public Uri? StsServiceUrl { get; init; }

    public bool S3ForcePathStyle { get; init; }

    /// <summary>The connection that the settings describe.</summary>
    public static AwsConnection From(AwsOptions options) => new()
    {
        Region = options.Region.Length > 0 ? RegionEndpoint.GetBySystemName(options.Region) : null,
        Profile = options.Profile.Length > 0 ? options.Profile : null,
        S3ServiceUrl = options.S3ServiceUrl is { Length: > 0 } s3 ? new Uri(s3) : null,
        TranscribeServiceUrl = options.TranscribeServiceUrl is { Length: > 0 } transcribe ? new Uri(transcribe) : null,
        StsServiceUrl = options.StsServiceUrl is { Length: > 0 } sts ? new Uri(sts) : null,
        S3ForcePathStyle = options.S3ForcePathStyle,
    };

    /// <summary>The Region's code; <c>unknown</c> when neither a setting nor the SDK's chain names one.</summary>
    public string RegionName => KnownRegion?.SystemName ?? "unknown";

    public bool HasRegion => KnownRegion is not null;

    /// <summary>Whether the Region is one of Amazon's ordinary ones, and not of China or a government.</summary>
    public bool IsCommercialPartition => KnownRegion?.PartitionName == "aws";

    /// <summary>Partition of the Region as ARNs begin with it: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, …</summary>
    public string Partition => KnownRegion?.PartitionName ?? "aws";

    private RegionEndpoint? KnownRegion => Region ?? ProfileRegion ?? FallbackRegionFactory.GetRegionEndpoint();

    // The SDK's chain looks at the profile that AWS_PROFILE names, not at the one of the setting.
    private RegionEndpoint? ProfileRegion =>
        Profile is not null && new CredentialProfileStoreChain().TryGetProfile(Profile, out var profile) ? profile.Region : null;

    /// <param name="maxErrorRetry">Retries by the SDK; null: its default.</param>
    public IAmazonS3 CreateS3(AwsTelemetry telemetry, int? maxErrorRetry = null)
    {
        var config = new AmazonS3Config { ForcePathStyle = S3ForcePathStyle };
        if (maxErrorRetry is { } retries) config.MaxErrorRetry = retries;
        Apply(config, S3ServiceUrl);
        return new ObservedS3(config, telemetry);
    }

    public IAmazonTranscribeService CreateTranscribe(AwsTelemetry telemetry)
    {
        var config = new AmazonTranscribeServiceConfig();
        Apply(config, TranscribeServiceUrl);
        return new ObservedTranscribe(config, telemetry);
    }

    public IAmazonSecurityTokenService CreateSts(AwsTelemetry telemetry)
    {
        var config = new AmazonSecurityTokenServiceConfig();
        Apply(config, StsServiceUrl ?? (IsAmazon(TranscribeServiceUrl) ? null : TranscribeServiceUrl));
        return new ObservedSts(config, telemetry);
    }

    // An endpoint of a VPC is Amazon's too, but for one service only.
    private static bool IsAmazon(Uri? address) =>
        address is null || AmazonDomains.Any(domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] AmazonDomains = [".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".api.aws"];

    private void Apply(ClientConfig config, Uri? serviceUrl)
    {
        // ServiceURL and RegionEndpoint exclude each other: setting one clears the other.
        if (serviceUrl is not null)
        {
            config.ServiceURL = serviceUrl.ToString();
            config.AuthenticationRegion = RegionName;
        }
        else if (KnownRegion is { } region)
        {
            config.RegionEndpoint = region;
        }

        if (Credentials is not null) config.DefaultAWSCredentials = Credentials;
        if (Profile is not null) config.Profile = new Profile(Profile);
    }
}
