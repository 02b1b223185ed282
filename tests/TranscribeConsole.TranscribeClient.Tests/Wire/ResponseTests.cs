using System.Net;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Wire;

public sealed class ResponseTests : IAsyncLifetime
{
    private TranscribeServer _server = null!;

    public static TheoryData<string> OperationNames => Operations.Names;

    public async Task InitializeAsync() => _server = await TranscribeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GetTranscriptionJob_reads_every_member()
    {
        Assert.Empty(Members.Unset(Samples.Job));

        var response = await GetAsync($$"""{"TranscriptionJob":{{Samples.JobJson}}}""");

        Assert.Equivalent(Samples.Job, response.TranscriptionJob, strict: true);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(TranscribeServer.RequestId, response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task StartTranscriptionJob_reads_every_member()
    {
        using var client = _server.Answer(200, $$"""{"TranscriptionJob":{{Samples.JobJson}}}""").CreateClient();

        var response = await client.StartTranscriptionJobAsync(new StartTranscriptionJobRequest());

        Assert.Equivalent(Samples.Job, response.TranscriptionJob, strict: true);
    }

    [Fact]
    public async Task ListTranscriptionJobs_reads_every_member()
    {
        Assert.Empty(Members.Unset(Samples.Summary));
        using var client = _server.Answer(
            200, $$"""{"Status":"FAILED","NextToken":"page/2","TranscriptionJobSummaries":[{{Samples.SummaryJson}}]}""").CreateClient();

        var response = await client.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest());

        Assert.Empty(Members.Unset(response));
        Assert.Equal((TranscriptionJobStatus.FAILED, "page/2"), (response.Status, response.NextToken));
        Assert.Equivalent(Samples.Summary, Assert.Single(response.TranscriptionJobSummaries!), strict: true);
    }

    [Fact]
    public async Task ListTagsForResource_reads_every_member()
    {
        using var client = _server.Answer(200, """{"ResourceArn":"arn:x","Tags":[{"Key":"größe","Value":""}]}""").CreateClient();

        var response = await client.ListTagsForResourceAsync(new ListTagsForResourceRequest());

        var tag = Assert.Single(response.Tags!);
        Assert.Equal(("arn:x", "größe", ""), (response.ResourceArn, tag.Key, tag.Value));
    }

    [Fact]
    public async Task ListVocabularies_reads_every_member()
    {
        using var client = _server.Answer(200,
            """
            {"Status":"READY","NextToken":"page 2","Vocabularies":[
             {"VocabularyName":"words","LanguageCode":"de-DE","LastModifiedTime":1700000000.377,"VocabularyState":"READY"}]}
            """).CreateClient();

        var response = await client.ListVocabulariesAsync(new ListVocabulariesRequest());

        Assert.Empty(Members.Unset(response));
        Assert.Equal(("READY", "page 2"), (response.Status!.Value, response.NextToken));
        var vocabulary = Assert.Single(response.Vocabularies!);
        Assert.Equal(("words", LanguageCode.DeDE, VocabularyState.READY), (vocabulary.VocabularyName, vocabulary.LanguageCode, vocabulary.VocabularyState));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc), vocabulary.LastModifiedTime);
    }

    [Fact]
    public async Task ListVocabularyFilters_reads_every_member()
    {
        using var client = _server.Answer(200,
            """
            {"NextToken":"page 2","VocabularyFilters":[
             {"VocabularyFilterName":"swear","LanguageCode":"en-GB","LastModifiedTime":1700000000.377}]}
            """).CreateClient();

        var response = await client.ListVocabularyFiltersAsync(new ListVocabularyFiltersRequest());

        Assert.Empty(Members.Unset(response));
        var filter = Assert.Single(response.VocabularyFilters!);
        Assert.Equal(("page 2", "swear", LanguageCode.EnGB), (response.NextToken, filter.VocabularyFilterName, filter.LanguageCode));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc), filter.LastModifiedTime);
    }

    [Fact]
    public async Task ListLanguageModels_reads_every_member()
    {
        using var client = _server.Answer(200,
            """
            {"NextToken":"page 2","Models":[
             {"ModelName":"boardroom","CreateTime":1700000000.377,"LastModifiedTime":1700000040,"LanguageCode":"en-US","BaseModelName":"WideBand",
              "ModelStatus":"FAILED","UpgradeAvailability":true,"FailureReason":"too little text",
              "InputDataConfig":{"S3Uri":"s3://texts/in/","TuningDataS3Uri":"s3://texts/tune/","DataAccessRoleArn":"arn:aws:iam::123456789012:role/reader"}}]}
            """).CreateClient();

        var response = await client.ListLanguageModelsAsync(new ListLanguageModelsRequest());

        Assert.Empty(Members.Unset(response));
        var model = Assert.Single(response.Models!);
        Assert.Equal(("page 2", "boardroom", "too little text"), (response.NextToken, model.ModelName, model.FailureReason));
        Assert.Equal((CLMLanguageCode.EnUS, BaseModelName.WideBand, ModelStatus.FAILED), (model.LanguageCode, model.BaseModelName, model.ModelStatus));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 377, DateTimeKind.Utc), model.CreateTime);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 14, 0, DateTimeKind.Utc), model.LastModifiedTime);
        Assert.Equal(("s3://texts/in/", "s3://texts/tune/", "arn:aws:iam::123456789012:role/reader"),
            (model.InputDataConfig!.S3Uri, model.InputDataConfig.TuningDataS3Uri, model.InputDataConfig.DataAccessRoleArn));
        Assert.True(model.UpgradeAvailability);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Empty_body_is_a_response_without_members(string operation)
    {
        using var client = _server.Answer(200, "").CreateClient();

        var response = await Operations.Empty[operation](client);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.All(response.GetType().GetProperties().Where(p => p.DeclaringType == response.GetType()), p => Assert.Null(p.GetValue(response)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"TranscriptionJob":null}""")]
    public async Task Absent_and_null_members_are_null(string body) => Assert.Null((await GetAsync(body)).TranscriptionJob);

    [Fact]
    public async Task Null_members_of_a_job_are_null()
    {
        var job = (await GetAsync(
            """{"TranscriptionJob":{"TranscriptionJobName":"j","LanguageCode":null,"StartTime":null,"Tags":null,"IdentifyLanguage":null}}"""))
            .TranscriptionJob!;

        Assert.Equal("j", job.TranscriptionJobName);
        Assert.Equal(Members.Unset(new TranscriptionJob()).Count() - 1, Members.Unset(job).Count());
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        var response = await GetAsync("""{"New":{"a":[1,{}]},"TranscriptionJob":{"Newer":[[]],"TranscriptionJobName":"j"}}""");

        Assert.Equal("j", response.TranscriptionJob!.TranscriptionJobName);
    }

    [Fact]
    public async Task Unknown_value_of_an_enumeration_passes_through()
    {
        var job = (await GetAsync("""{"TranscriptionJob":{"TranscriptionJobStatus":"PAUSED","LanguageCode":"tlh-QO"}}""")).TranscriptionJob!;

        Assert.Equal(("PAUSED", "tlh-QO"), (job.TranscriptionJobStatus!.Value, job.LanguageCode!.Value));
    }

    [Fact]
    public async Task Members_of_the_body_do_not_touch_what_the_SDK_sets()
    {
        var response = await GetAsync("""{"HttpStatusCode":418,"ContentLength":"x","ResponseMetadata":{"RequestId":"forged"}}""");

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(TranscribeServer.RequestId, response.ResponseMetadata.RequestId);
    }

    [Theory]
    [InlineData("""{"TranscriptionJob":{"TranscriptionJobName":"j" """)]
    [InlineData("""{"TranscriptionJob":"j"}""")]
    [InlineData("""{"TranscriptionJob":{"StartTime":"2023-11-14T22:13:20Z"}}""")]
    [InlineData("""{"TranscriptionJob":{"StartTime":1e300}}""")]
    [InlineData("<html>not the service</html>")]
    public async Task Body_that_is_not_the_response_is_an_error(string body) =>
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => GetAsync(body));

    [Theory]
    [InlineData("1651692778.761", "2022-05-04T19:32:58.7610000Z")]
    [InlineData("1.651692778761E9", "2022-05-04T19:32:58.7610000Z")]
    [InlineData("1651692778", "2022-05-04T19:32:58.0000000Z")]
    [InlineData("1651692778.1234567", "2022-05-04T19:32:58.1234567Z")]
    [InlineData("0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("-0.5", "1969-12-31T23:59:59.5000000Z")]
    public async Task Time_is_seconds_since_1970_in_UTC(string wire, string expected)
    {
        var response = await GetAsync($$$"""{"TranscriptionJob":{"StartTime":{{{wire}}}}}""");

        var time = response.TranscriptionJob!.StartTime!.Value;
        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal(expected, time.ToString("O"));
    }

    private async Task<GetTranscriptionJobResponse> GetAsync(string body)
    {
        using var client = _server.Answer(200, body).CreateClient();
        return await client.GetTranscriptionJobAsync(new GetTranscriptionJobRequest());
    }
}
