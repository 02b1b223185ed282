using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether S3 answers for the upload bucket. On the local backend the bucket may not exist yet: it is made on first use.</summary>
internal sealed class S3Check(IAmazonS3 s3, UploadTarget target) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (target.Bucket is not { } bucket) return HealthCheckResult.Degraded("Uploads need a bucket: set Upload:Bucket.");
        try
        {
            await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket }, cancellationToken);
            return HealthCheckResult.Healthy("S3 answers.");
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return target.CreateBucket
                ? HealthCheckResult.Healthy("S3 answers; the upload bucket is made on first use.")
                : HealthCheckResult.Unhealthy($"The bucket {bucket} (Upload:Bucket) does not exist.");
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.Forbidden)
        {
            return HealthCheckResult.Unhealthy($"S3 answers, but denies access to the bucket {bucket} (Upload:Bucket).");
        }
        catch (AmazonClientException e) when (e.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase))
        {
            return HealthCheckResult.Unhealthy("S3 can't be asked: the server has no AWS credentials.", e);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            return HealthCheckResult.Unhealthy("S3 does not answer.", e);
        }
    }
}
