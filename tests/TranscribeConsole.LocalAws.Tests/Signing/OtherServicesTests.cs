using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>The JSON protocol of Transcribe and the query protocol of STS: other codes, and the body is part of the signature.</summary>
public sealed class OtherServicesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 23, 50, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("transcribe")]
    [InlineData("sts")]
    public async Task Signed_body_is_accepted_without_a_hash_header(string service)
    {
        await using var server = await StartAsync(service);

        var response = await server.SendAsync(NewRequest(server).Sign());

        Assert.Equal((200, "2"), (response.Status, response.Element("Length")));
    }

    [Theory]
    [InlineData("transcribe", "nothing", "MissingAuthenticationTokenException", 403)]
    [InlineData("transcribe", "body", "InvalidSignatureException", 400)]
    [InlineData("transcribe", "target", "InvalidSignatureException", 400)]
    [InlineData("transcribe", "target unsigned", "InvalidSignatureException", 400)]
    [InlineData("transcribe", "clock", "InvalidSignatureException", 400)]
    [InlineData("transcribe", "key", "UnrecognizedClientException", 403)]
    [InlineData("transcribe", "region", "InvalidSignatureException", 400)]
    [InlineData("transcribe", "malformed", "IncompleteSignature", 400)]
    [InlineData("transcribe", "large", "RequestEntityTooLarge", 413)]
    [InlineData("sts", "nothing", "MissingAuthenticationToken", 403)]
    [InlineData("sts", "body", "SignatureDoesNotMatch", 403)]
    [InlineData("sts", "clock", "SignatureDoesNotMatch", 403)]
    [InlineData("sts", "key", "InvalidClientTokenId", 403)]
    [InlineData("sts", "malformed", "IncompleteSignature", 400)]
    [InlineData("sts", "large", "RequestEntityTooLarge", 413)]
    public async Task Refusal_has_the_code_of_the_protocol(string service, string fault, string code, int status)
    {
        await using var server = await StartAsync(service);
        var request = NewRequest(server);
        if (fault == "clock") request.Time = Now.AddMinutes(-20);
        if (fault == "key") request.KeyId = "AKIANOBODY0000000000";
        if (fault == "region") request.Region = "eu-west-1";
        if (fault == "large") request.Body = new byte[(1 << 20) + 1];
        if (fault == "target unsigned") request.SignedHeaders = ["host", "x-amz-date"];
        if (fault != "nothing") request.Sign();
        if (fault == "body") request.Body = "[]"u8.ToArray();
        if (fault == "target") request.Headers["x-amz-target"] = "com.amazonaws.transcribe.Transcribe.DeleteTranscriptionJob";
        if (fault == "malformed") request.Headers["authorization"] = "AWS4-HMAC-SHA256 Credential";

        var response = await server.SendAsync(request);

        Assert.Equal((code, status), (response.Code, response.Status));
    }

    [Theory]
    [InlineData("/a b/c", "/a%20b/c")]
    [InlineData("/a/c", "/a/./b/../c")]
    [InlineData("/", "//")]
    public async Task Path_is_resolved_and_encoded_twice(string signedPath, string wirePath)
    {
        await using var server = await StartAsync("transcribe");
        var request = NewRequest(server);
        request.Path = signedPath;
        request.Sign().WirePath = wirePath;

        Assert.Equal(200, (await server.SendAsync(request)).Status);
    }

    private static Task<SigningServer> StartAsync(string service) => SigningServer.StartAsync(new FakeTimeProvider(Now), service);

    private static RawRequest NewRequest(SigningServer server)
    {
        var request = server.NewRequest(Now);
        (request.Method, request.Path, request.Body) = ("POST", "/", Encoding.ASCII.GetBytes("{}"));
        request.Headers["x-amz-target"] = "com.amazonaws.transcribe.Transcribe.ListTranscriptionJobs";
        return request;
    }
}
