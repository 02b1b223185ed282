using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests;

public sealed class SigningTests : IAsyncLifetime
{
    private TranscribeServer _server = null!;

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Request_is_signed_for_the_service_and_region()
    {
        using var client = _server.Answer(200, "{}").CreateClient();

        await client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "weekly-call-07" });

        var request = Assert.Single(_server.Received);
        var (scope, signedHeaders, signature) = ReadAuthorization(request);
        Assert.EndsWith("/eu-west-1/transcribe/aws4_request", scope);
        Assert.Contains("host", signedHeaders);
        Assert.Contains("x-amz-date", signedHeaders);
        Assert.Contains("x-amz-target", signedHeaders);
        Assert.Equal(Sign(request, scope, signedHeaders), signature);
        Assert.DoesNotContain("X-Amz-Security-Token", request.Headers.Keys);
    }

    [Fact]
    public async Task Token_of_temporary_credentials_is_sent_and_signed()
    {
        using var client = _server.Answer(200, "{}").CreateClient(
            credentials: new SessionAWSCredentials(TranscribeServer.AccessKey, TranscribeServer.SecretKey, "temporary-token"));

        await client.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest());

        var request = Assert.Single(_server.Received);
        var (scope, signedHeaders, signature) = ReadAuthorization(request);
        Assert.Equal("temporary-token", request.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", signedHeaders);
        Assert.Equal(Sign(request, scope, signedHeaders), signature);
    }

    private static (string Scope, string[] SignedHeaders, string Signature) ReadAuthorization(ReceivedRequest request)
    {
        const string Algorithm = "AWS4-HMAC-SHA256 ";
        var authorization = request.Headers["Authorization"];
        Assert.StartsWith(Algorithm, authorization);
        var fields = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(field => field.Split('=', 2))
            .ToDictionary(field => field[0], field => field[1]);
        var credential = fields["Credential"].Split('/', 2);
        Assert.Equal(TranscribeServer.AccessKey, credential[0]);
        return (credential[1], fields["SignedHeaders"].Split(';'), fields["Signature"]);
    }

    // Signature Version 4 as its documentation describes it, for a POST of / without a query.
    private static string Sign(ReceivedRequest request, string scope, string[] signedHeaders)
    {
        var headers = string.Concat(signedHeaders.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        var canonical = $"POST\n/\n\n{headers}\n{string.Join(';', signedHeaders)}\n{Hash(request.Body)}";
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{scope}\n{Hash(canonical)}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + TranscribeServer.SecretKey), Hmac);
        return Convert.ToHexString(Hmac(key, text)).ToLower(CultureInfo.InvariantCulture);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
