using System.Net;
using TranscribeConsole.LocalAws.S3;
using TranscribeConsole.LocalAws.Tests.Server;

namespace TranscribeConsole.LocalAws.Tests.S3;

/// <summary>The table of operations is what the backend does: no more and no less.</summary>
public sealed class S3OperationsTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public void Every_supported_operation_has_a_handler_and_no_other_has()
    {
        var supported = S3Operations.All.Where(operation => operation.Support == S3Support.Supported).Select(operation => operation.Name);

        Assert.Equal(supported.Order(), backend.Get<S3Protocol>().HandledOperations.Order());
    }

    [Fact]
    public void No_two_operations_are_asked_for_in_the_same_way()
    {
        var ways = S3Operations.All.Select(operation => (operation.Method, operation.Scope, string.Join('&', operation.Query.Order()), operation.Header));

        Assert.Equal(ways.Distinct().Count(), S3Operations.All.Count);
    }

    [Fact]
    public async Task Operations_that_are_not_supported_answer_NotImplemented()
    {
        var bucket = await backend.NewBucketAsync();
        foreach (var operation in S3Operations.All.Where(operation => operation.Support != S3Support.Supported))
        {
            var path = operation.Scope switch { S3Scope.Service => "/", S3Scope.Bucket => $"/{bucket}", _ => $"/{bucket}/key" };
            var request = new RawRequest(operation.Method, $"{path}?{string.Join('&', operation.Query)}");
            if (operation.Header is not null) request.Headers[operation.Header] = "x";

            var answer = await request.SendAsync(backend);

            Assert.True(answer.Status == (int)HttpStatusCode.NotImplemented, $"{operation.Name}: {answer.Status} {answer.Body}");
            if (operation.Method != "HEAD") Assert.Contains("<Code>NotImplemented</Code>", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Operations_that_are_supported_are_answered()
    {
        var bucket = await backend.NewBucketAsync();
        foreach (var operation in S3Operations.All.Where(operation => operation.Support == S3Support.Supported))
        {
            var path = operation.Scope switch { S3Scope.Service => "/", S3Scope.Bucket => $"/{bucket}", _ => $"/{bucket}/key" };
            var query = operation.Query.Select(name => name switch { "partNumber" => "partNumber=1", "uploadId" => "uploadId=none", _ => name });
            var request = new RawRequest(operation.Method, $"{path}?{string.Join('&', query)}");
            if (operation.Header is not null) request.Headers[operation.Header] = $"/{bucket}/other";

            var answer = await request.SendAsync(backend);

            // There is nothing to read, to complete or to copy: a refusal in S3's words is an answer.
            Assert.True(answer.Status < 500 && answer.Status != (int)HttpStatusCode.MethodNotAllowed, $"{operation.Name}: {answer.Status} {answer.Body}");
            if (operation.Name == "DeleteBucket") await backend.S3.PutBucketAsync(bucket);
        }
    }

    [Theory]
    [InlineData("Supported", S3Support.Supported)]
    [InlineData("Planned", S3Support.Planned)]
    [InlineData("Excluded", S3Support.Excluded)]
    public void Documentation_lists_what_the_table_has(string heading, object support)
    {
        var configured = S3Operations.BucketConfigurations.Keys.ToHashSet();
        var names = S3Operations.All.Where(operation => operation.Support == (S3Support)support)
            .Select(operation => operation is { Scope: S3Scope.Bucket, Query: [var query] } && configured.Contains(query) ? "?" + query : operation.Name);

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), Documentation.List("S3: " + heading.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("x-amz-server-side-encryption", "AES256")]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256")]
    [InlineData("x-amz-acl", "public-read")]
    [InlineData("x-amz-grant-read", "id=1")]
    [InlineData("x-amz-storage-class", "GLACIER")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE")]
    [InlineData("x-amz-website-redirect-location", "/x")]
    public async Task Header_that_asks_for_more_answers_NotImplemented_and_stores_nothing(string name, string value)
    {
        var bucket = await backend.NewBucketAsync();
        var answer = await new RawRequest("PUT", $"/{bucket}/key") { Body = "x", Headers = { [name] = value } }.SendAsync(backend);

        Assert.Equal(501, answer.Status);
        Assert.Contains(name, answer.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await new RawRequest("GET", $"/{bucket}/key").SendAsync(backend)).Status);
    }
}
