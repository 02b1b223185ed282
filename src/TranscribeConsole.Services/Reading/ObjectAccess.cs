using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Reading;

/// <summary>Calls that read an object, with refusals that say which permission the server lacks.</summary>
internal sealed class ObjectAccess(AwsConnection connection, ILogger<ObjectAccess> logger)
{
    /// <summary>Of such an object the SDK signs another address than it asks for, and S3 answers that the signature is wrong.</summary>
    public const string NoLeadingSlash = "The AWS SDK for .NET can't fetch a key that begins with a slash. The AWS CLI can.";

    /// <exception cref="AwsFailureException">NotFound: the object is gone. Denied: the message names the permission.</exception>
    public async Task<T> ReadAsync<T>(S3Location location, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        if (location.Key.StartsWith('/')) throw new AwsFailureException(AwsFailureKind.BadRequest, NoLeadingSlash);
        try
        {
            return await AwsCalls.RunAsync(AwsCalls.S3, logger, call, cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Denied)
        {
            throw new AwsFailureException(AwsFailureKind.Denied, Denied(location), e);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            throw new AwsFailureException(AwsFailureKind.NotFound, $"There is no object {location} any more.", e);
        }
    }

    // S3 also answers 403 for what is not there when the bucket may not be listed.
    private string Denied(S3Location location) =>
        $"The server may not read {location}. Its role or user needs the permission s3:GetObject on arn:{connection.Partition}:s3:::{location.Bucket}/{location.Key}, "
        + $"for an object encrypted with a KMS key also kms:Decrypt on that key, and s3:ListBucket on arn:{connection.Partition}:s3:::{location.Bucket} to be told when the object is gone.";
}
