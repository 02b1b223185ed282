using TranscribeConsole.LocalAws.Tests.Server;
using TranscribeConsole.LocalAws.Transcribe;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>The lists in the documentation are what the backend does.</summary>
public sealed class OperationTableTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public void Documentation_lists_what_the_table_has()
    {
        Assert.Equal(backend.Get<OperationTable>().Offered.Order(), Documentation.List("Transcribe: supported").Order());
        Assert.Equal(OperationTable.Excluded.Order(), Documentation.List("Transcribe: excluded").Order());
    }

    [Fact]
    public async Task Operation_is_answered_or_refused_as_documented()
    {
        foreach (var name in Documentation.List("Transcribe: supported")) Assert.DoesNotContain("local backend", (await CallAsync(name)).Body, StringComparison.OrdinalIgnoreCase);
        foreach (var name in Documentation.List("Transcribe: excluded"))
        {
            var answer = await CallAsync(name);
            Assert.Equal(400, answer.Status);
            Assert.Contains("BadRequestException", answer.Body, StringComparison.Ordinal);
            Assert.Contains(name, answer.Body, StringComparison.Ordinal);
        }
    }

    private Task<RawAnswer> CallAsync(string name)
    {
        var request = new RawRequest("POST", "/") { Service = "transcribe", Body = "{}" };
        request.Headers["X-Amz-Target"] = "Transcribe." + name;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        return request.SendAsync(backend);
    }
}
