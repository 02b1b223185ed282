using System.Text.Json.Serialization.Metadata;
using TranscribeConsole.LocalAws.Tests.Server;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>Bodies that are no JSON of an operation's form, over HTTP: every member of every request with every wrong kind of value.</summary>
public sealed class WrongTypeTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    private static readonly TranscribeJson Json = TranscribeJson.Default;

    private static readonly Dictionary<string, JsonTypeInfo> Requests = new()
    {
        ["StartTranscriptionJob"] = Json.StartTranscriptionJobRequest,
        ["GetTranscriptionJob"] = Json.JobNameRequest,
        ["ListTranscriptionJobs"] = Json.ListTranscriptionJobsRequest,
        ["DeleteTranscriptionJob"] = Json.JobNameRequest,
        ["CreateVocabulary"] = Json.SaveVocabularyRequest,
        ["GetVocabulary"] = Json.VocabularyNameRequest,
        ["ListVocabularies"] = Json.ListVocabulariesRequest,
        ["UpdateVocabulary"] = Json.SaveVocabularyRequest,
        ["DeleteVocabulary"] = Json.VocabularyNameRequest,
        ["CreateVocabularyFilter"] = Json.SaveVocabularyFilterRequest,
        ["GetVocabularyFilter"] = Json.VocabularyFilterNameRequest,
        ["ListVocabularyFilters"] = Json.ListVocabularyFiltersRequest,
        ["UpdateVocabularyFilter"] = Json.SaveVocabularyFilterRequest,
        ["DeleteVocabularyFilter"] = Json.VocabularyFilterNameRequest,
        ["CreateLanguageModel"] = Json.CreateLanguageModelRequest,
        ["DescribeLanguageModel"] = Json.ModelNameRequest,
        ["ListLanguageModels"] = Json.ListLanguageModelsRequest,
        ["DeleteLanguageModel"] = Json.ModelNameRequest,
        ["TagResource"] = Json.TagResourceRequest,
        ["UntagResource"] = Json.UntagResourceRequest,
        ["ListTagsForResource"] = Json.ListTagsForResourceRequest,
    };

    public static TheoryData<string> Operations { get; } = new(Requests.Keys);

    [Fact]
    public void Every_operation_that_is_offered_is_walked() =>
        Assert.Equal(backend.Get<LocalAws.Transcribe.OperationTable>().Offered.Order(), Requests.Keys.Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Value_of_a_wrong_type_is_a_SerializationException_that_names_the_member(string operation)
    {
        foreach (var (path, body) in WrongBodies(Requests[operation], "$", 0))
        {
            var answer = await CallAsync(operation, body);

            Assert.True(answer.Status == 400 && answer.Body.Contains("\"SerializationException\"", StringComparison.Ordinal), $"{body}: {answer.Status} {answer.Body}");
            Assert.True(answer.Body.Contains(path, StringComparison.Ordinal), $"{path} for {body}: {answer.Body}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Malformed_body_is_a_SerializationException(string operation)
    {
        foreach (var body in (string[])["{", "[]", "null", "5", "\"x\"", "{} {}", "{\"a\":}", "<a/>", "{\"a\":1,}", "{'a':1}", "\0"])
        {
            var answer = await CallAsync(operation, body);

            Assert.True(answer.Status == 400 && answer.Body.Contains("\"SerializationException\"", StringComparison.Ordinal), $"{body}: {answer.Status} {answer.Body}");
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-amz-json-1.0")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-amz-json-1.1x")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Wrong_content_type_is_refused_with_the_right_one(string? contentType)
    {
        var answer = await CallAsync("ListTranscriptionJobs", "{}", contentType);

        Assert.Equal(400, answer.Status);
        Assert.Contains("\"__type\":\"UnknownOperationException\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("application/x-amz-json-1.1", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-amz-json-1.1")]
    [InlineData("application/x-amz-json-1.1; charset=utf-8")]
    [InlineData("Application/X-AMZ-JSON-1.1")]
    [InlineData("application/json")]
    public async Task Content_type_of_the_protocol_or_plain_json_is_taken(string contentType) =>
        Assert.Equal(200, (await CallAsync("ListTranscriptionJobs", "{}", contentType)).Status);

    [Theory]
    [InlineData("Transcribe.MakeCoffee")]
    [InlineData("Transcribe.")]
    [InlineData("Transcribe.startTranscriptionJob")]
    [InlineData("Transcribe.StartTranscriptionJob.More")]
    public async Task Unknown_operation_is_named(string target)
    {
        var answer = await new RawRequest("POST", "/")
        {
            Service = "transcribe",
            Body = "{}",
            Headers = { ["X-Amz-Target"] = target, ["Content-Type"] = "application/x-amz-json-1.1" },
        }.SendAsync(backend);

        Assert.Equal(400, answer.Status);
        Assert.Contains($$"""{"__type":"UnknownOperationException","Message":"\u0027{{target[11..]}}\u0027""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_of_a_megabyte_is_answered_by_its_rule_and_a_larger_one_refused()
    {
        var fits = await CallAsync("ListTranscriptionJobs", $$"""{"Status":5,"Padding":"{{new string('x', 1_000_000)}}"}""");
        var ignored = await CallAsync("ListTranscriptionJobs", $$"""{"Padding":"{{new string('x', 1_000_000)}}"}""");
        var tooLarge = await CallAsync("ListTranscriptionJobs", $$"""{"Padding":"{{new string('x', 1024 * 1024)}}"}""");

        Assert.Equal((400, 200, 413), (fits.Status, ignored.Status, tooLarge.Status));
        Assert.Contains("$.Status", fits.Body, StringComparison.Ordinal);
        Assert.Contains("\"RequestEntityTooLarge", tooLarge.Body, StringComparison.Ordinal);
    }

    private Task<RawAnswer> CallAsync(string operation, string body, string? contentType = "application/x-amz-json-1.1")
    {
        var request = new RawRequest("POST", "/") { Service = "transcribe", Body = body, Headers = { ["X-Amz-Target"] = "Transcribe." + operation } };
        if (contentType is not null) request.Headers["Content-Type"] = contentType;
        return request.SendAsync(backend);
    }

    // For each member its path in the message and a body in which it alone is wrong.
    private static IEnumerable<(string Path, string Body)> WrongBodies(JsonTypeInfo type, string path, int depth)
    {
        foreach (var member in type.Properties)
        {
            foreach (var (inner, value) in WrongValues(member.PropertyType, $"{path}.{member.Name}", depth))
                yield return (inner, $$"""{"{{member.Name}}":{{value}}}""");
        }
    }

    private static IEnumerable<(string Path, string Value)> WrongValues(Type member, string path, int depth)
    {
        var type = Nullable.GetUnderlyingType(member) ?? member;
        string[] wrong = type == typeof(string) ? ["5", "true", "{}", "[]"]
            : type == typeof(int) ? ["\"5\"", "1.5", "1e99", "99999999999", "true", "{}"]
            : type == typeof(bool) ? ["\"true\"", "1", "[]"]
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ["{}", "\"x\"", "5"]
            : ["[]", "\"x\"", "5", "false"];
        foreach (var value in wrong) yield return (path, value);
        if (type.IsGenericType)
        {
            var isList = type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            foreach (var (inner, value) in WrongValues(type.GetGenericArguments()[^1], isList ? $"{path}[0]" : $"{path}.en-US", depth + 1))
                yield return (inner, isList ? $"[{value}]" : $$"""{"en-US":{{value}}}""");
        }
        else if (Json.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } known && depth < 4)
        {
            foreach (var inside in WrongBodies(known, path, depth + 1)) yield return inside;
        }
    }
}
