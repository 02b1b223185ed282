using System.Text;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Transcribe;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class TranscribeProtocolTests
{
    [Theory]
    [InlineData("POST", "Transcribe.ListTranscriptionJobs", true)]
    [InlineData("POST", "Transcribe.Anything", true)]
    [InlineData("GET", "Transcribe.ListTranscriptionJobs", false)]
    [InlineData("POST", "TranscribeStreaming.Start", false)]
    [InlineData("POST", null, false)]
    public async Task Speaks_when_it_is_a_post_with_a_target_of_the_service(string method, string? target, bool expected)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var context = Context(target, "{}");
        context.Request.Method = method;

        Assert.Equal(expected, Protocol(transcribe).Speaks(context.Request));
    }

    [Fact]
    public async Task Answer_has_the_protocols_content_type_length_and_request_id()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var context = Context("Transcribe.ListTranscriptionJobs", "{}");

        await Protocol(transcribe).HandleAsync(context);

        Assert.Equal("""{"TranscriptionJobSummaries":[]}""", Body(context));
        Assert.Equal("application/x-amz-json-1.1", context.Response.ContentType);
        Assert.Equal(context.Response.Body.Length, context.Response.ContentLength);
        Assert.True(context.Response.Headers.ContainsKey("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Error_is_a_type_and_a_message()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var context = Context("Transcribe.ListTranscriptionJobs", "{}");

        await Protocol(transcribe).WriteErrorAsync(context, new ServiceErrorException("InternalFailure", "Try again.", 500));

        Assert.Equal(500, context.Response.StatusCode);
        Assert.Equal("""{"__type":"InternalFailureException","Message":"Try again."}""", Body(context));
    }

    [Fact]
    public async Task Body_over_one_mebibyte_is_refused()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var context = Context("Transcribe.ListTranscriptionJobs", new string(' ', 1024 * 1024 - 1) + "{}");

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => Protocol(transcribe).HandleAsync(context));

        Assert.Equal(413, error.Status);
    }

    private static TranscribeProtocol Protocol(TranscribeFixture transcribe) => new(transcribe.Get<OperationTable>());

    private static DefaultHttpContext Context(string? target, string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        if (target is not null) context.Request.Headers["X-Amz-Target"] = target;
        context.Request.ContentType = "application/x-amz-json-1.1";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static string Body(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
