using System.Net;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Wire;

public sealed class ErrorTests : IAsyncLifetime
{
    private TranscribeServer _server = null!;

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("BadRequestException", typeof(BadRequestException), 400)]
    [InlineData("ConflictException", typeof(ConflictException), 400)]
    [InlineData("ConflictException", typeof(ConflictException), 409)]
    [InlineData("NotFoundException", typeof(NotFoundException), 400)]
    [InlineData("NotFoundException", typeof(NotFoundException), 404)]
    [InlineData("LimitExceededException", typeof(LimitExceededException), 400)]
    [InlineData("LimitExceededException", typeof(LimitExceededException), 429)]
    [InlineData("InternalFailureException", typeof(InternalFailureException), 500)]
    [InlineData("AccessDeniedException", typeof(AmazonTranscribeServiceException), 400)]
    [InlineData("ExpiredTokenException", typeof(AmazonTranscribeServiceException), 403)]
    [InlineData("SomethingNewException", typeof(AmazonTranscribeServiceException), 418)]
    public async Task Error_is_the_exception_of_its_code(string code, Type expected, int status)
    {
        var error = await FailAsync(status, $$"""{"__type":"{{code}}","Message":"What went wrong."}""");

        Assert.IsType(expected, error);
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("What went wrong.", error.Message);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(TranscribeServer.RequestId, error.RequestId);
    }

    [Fact]
    public async Task Namespace_before_the_code_is_dropped()
    {
        var error = await FailAsync(400, """{"__type":"com.amazonaws.transcribe#ConflictException","Message":"Taken."}""");

        Assert.IsType<ConflictException>(error);
        Assert.Equal(("ConflictException", "Taken."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task Message_may_be_in_lower_case()
    {
        var error = await FailAsync(400, """{"__type":"NotFoundException","message":"Gone."}""");

        Assert.IsType<NotFoundException>(error);
        Assert.Equal("Gone.", error.Message);
    }

    [Theory]
    [InlineData("LimitExceededException")]
    [InlineData("LimitExceededException:http://internal.amazon.com/coral/com.amazon.coral.service/")]
    public async Task Code_may_come_in_the_header(string header)
    {
        var error = await FailAsync(400, """{"Message":"Too many."}""", ("x-amzn-ErrorType", header));

        Assert.IsType<LimitExceededException>(error);
        Assert.Equal(("LimitExceededException", "Too many."), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    public async Task Error_that_is_not_the_service_speaking_keeps_its_status(string body)
    {
        var error = await FailAsync(502, body);

        Assert.IsType<AmazonTranscribeServiceException>(error);
        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.NotEmpty(error.Message);
    }

    private async Task<AmazonTranscribeServiceException> FailAsync(
        int status, string body, params (string Name, string Value)[] headers)
    {
        using var client = _server.Answer(status, body, headers).CreateClient();
        return await Assert.ThrowsAnyAsync<AmazonTranscribeServiceException>(
            () => client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "j" }));
    }
}
