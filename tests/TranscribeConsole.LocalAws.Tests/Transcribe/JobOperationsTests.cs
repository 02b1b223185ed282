using System.Text.Json;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class JobOperationsTests
{
    private const string Role = "arn:aws:iam::000000000000:role/transcribe";

    [Fact]
    public async Task Start_answers_what_was_sent_and_no_more()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var answer = await transcribe.StartAsync("call-1");

        Assert.Equal(
            """{"TranscriptionJob":{"TranscriptionJobName":"call-1","TranscriptionJobStatus":"IN_PROGRESS","LanguageCode":"en-US","Media":{"MediaFileUri":"s3://media/call.wav"},"StartTime":1767323045.678,"CreationTime":1767323045.678}}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task Start_echoes_optional_members_and_ignores_unknown_ones()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var job = (await transcribe.StartAsync("call-1",
            ""","MediaFormat":"wav","MediaSampleRateHertz":16000,"Settings":{"ChannelIdentification":true},"Subtitles":{"Formats":["vtt"]},"Tags":[{"Key":"team","Value":""}],"Surprise":{"a":[1]}"""))
            .GetProperty("TranscriptionJob");

        Assert.Equal("wav", job.GetProperty("MediaFormat").GetString());
        Assert.Equal(16000, job.GetProperty("MediaSampleRateHertz").GetInt32());
        Assert.Equal("""{"ChannelIdentification":true}""", job.GetProperty("Settings").GetRawText());
        Assert.Equal("""{"Formats":["vtt"],"OutputStartIndex":0}""", job.GetProperty("Subtitles").GetRawText());
        Assert.Equal("""[{"Key":"team","Value":""}]""", job.GetProperty("Tags").GetRawText());
        Assert.False(job.TryGetProperty("Surprise", out _));
    }

    [Fact]
    public async Task Start_with_a_name_in_use_is_a_conflict()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1");

        var error = await transcribe.FailAsync("StartTranscriptionJob", TranscribeFixture.StartBody("call-1"));

        Assert.Equal(("ConflictException", "The requested job name already exists. Use a different job name."), (error.Code, error.Message));
        await transcribe.StartAsync("CALL-1"); // names differ by case
    }

    [Fact]
    public async Task Get_of_a_job_in_progress_has_default_settings_and_an_empty_transcript()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1");

        var job = await transcribe.GetAsync("call-1");

        Assert.Equal("""{"ChannelIdentification":false,"ShowAlternatives":false}""", job.GetProperty("Settings").GetRawText());
        Assert.Equal("{}", job.GetProperty("Transcript").GetRawText());
        Assert.False(job.TryGetProperty("CompletionTime", out _));
    }

    [Theory]
    [InlineData("GetTranscriptionJob")]
    [InlineData("DeleteTranscriptionJob")]
    public async Task Job_that_does_not_exist_is_a_bad_request(string operation)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync(operation, """{"TranscriptionJobName":"nobody"}""");

        Assert.Equal(
            ("BadRequestException", "The requested job couldn't be found. Check the job name and try your request again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task Delete_frees_the_name()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1");

        var answer = await transcribe.CallAsync("DeleteTranscriptionJob", """{"TranscriptionJobName":"call-1"}""");

        Assert.Equal("{}", answer.GetRawText());
        await transcribe.StartAsync("call-1");
    }

    [Fact]
    public async Task Jobs_over_the_limit_are_refused_or_queued_first_in_first_out()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync(maxConcurrentJobs: 1);
        await transcribe.StartAsync("running");

        var error = await transcribe.FailAsync("StartTranscriptionJob", TranscribeFixture.StartBody("refused"));
        Assert.Equal("LimitExceededException", error.Code);

        foreach (var name in (string[])["first", "second"])
        {
            var job = (await transcribe.StartAsync(name,
                $$$""","JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"{{{Role}}}"}""")).GetProperty("TranscriptionJob");
            Assert.Equal("QUEUED", job.GetProperty("TranscriptionJobStatus").GetString());
            Assert.False(job.TryGetProperty("StartTime", out _));
        }

        await transcribe.CallAsync("DeleteTranscriptionJob", """{"TranscriptionJobName":"running"}""");

        var first = await transcribe.GetAsync("first");
        Assert.Equal("IN_PROGRESS", first.GetProperty("TranscriptionJobStatus").GetString());
        Assert.True(first.TryGetProperty("StartTime", out _));
        Assert.Equal("QUEUED", (await transcribe.GetAsync("second")).GetProperty("TranscriptionJobStatus").GetString());
    }

    [Fact]
    public async Task Queue_takes_ten_thousand_jobs_and_no_more()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync(maxConcurrentJobs: 1);
        const string deferred = $$$""","JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"{{{Role}}}"}""";
        await transcribe.StartAsync("running");
        await transcribe.StartAsync("first", deferred);
        await transcribe.Get<LocalDatabase>().WriteAsync(connection => connection.Run(
            """
            WITH RECURSIVE copies (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < 9998)
            INSERT INTO jobs (name, status, created_ms, media_bucket, media_key, output_bucket, output_key, request)
            SELECT 'copy-' || number, status, created_ms, media_bucket, media_key, output_bucket, output_key, request FROM jobs, copies WHERE name = 'first'
            """), CancellationToken.None);
        await transcribe.StartAsync("ten-thousandth", deferred);

        var error = await transcribe.FailAsync("StartTranscriptionJob", TranscribeFixture.StartBody("one-more", deferred));
        await transcribe.CallAsync("DeleteTranscriptionJob", """{"TranscriptionJobName":"first"}""");

        Assert.Equal("LimitExceededException", error.Code);
        Assert.Equal("QUEUED", (await transcribe.StartAsync("one-more", deferred)).GetProperty("TranscriptionJob").GetProperty("TranscriptionJobStatus").GetString());
    }

    [Fact]
    public async Task List_pages_through_250_jobs_newest_first_and_each_once()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync(maxConcurrentJobs: 300);
        for (var i = 0; i < 250; i++) await transcribe.StartAsync($"job-{i:000}");

        var names = new List<string>();
        string? token = null;
        do
        {
            var page = await ListAsync(transcribe, token is null ? """{"MaxResults":100}""" : $$"""{"MaxResults":100,"NextToken":"{{token}}"}""");
            names.AddRange(NamesOf(page));
            token = TokenOf(page);
            if (names.Count == 100) await transcribe.StartAsync("in-between"); // must not shift the pages
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 250).Reverse().Select(i => $"job-{i:000}"), names);
    }

    [Fact]
    public async Task List_without_MaxResults_has_five_and_no_token_on_the_last_page()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        for (var i = 0; i < 10; i++) await transcribe.StartAsync($"job-{i}");

        var first = await ListAsync(transcribe, "{}");
        var second = await ListAsync(transcribe, $$"""{"NextToken":"{{TokenOf(first)}}"}""");

        Assert.Equal(["job-9", "job-8", "job-7", "job-6", "job-5"], NamesOf(first));
        Assert.Equal(["job-4", "job-3", "job-2", "job-1", "job-0"], NamesOf(second));
        Assert.Null(TokenOf(second));
    }

    [Fact]
    public async Task List_by_part_of_the_name_takes_it_literally_and_without_case()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        foreach (var name in (string[])["Weekly_Call", "weekly-call", "weekly.call"]) await transcribe.StartAsync(name);

        Assert.Equal(["Weekly_Call"], NamesOf(await ListAsync(transcribe, """{"JobNameContains":"Y_cA"}""")));
        Assert.Equal(["weekly.call"], NamesOf(await ListAsync(transcribe, """{"JobNameContains":".","Status":"IN_PROGRESS"}""")));
    }

    [Fact]
    public async Task List_by_status_echoes_it_and_summaries_say_where_the_output_goes()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("service");
        await transcribe.StartAsync("customer", ""","OutputBucketName":"media","OutputKey":"out/" """);

        var page = await ListAsync(transcribe, """{"Status":"IN_PROGRESS"}""");

        Assert.Equal("IN_PROGRESS", page.GetProperty("Status").GetString());
        Assert.Equal(
            """[{"TranscriptionJobName":"customer","CreationTime":1767323045.678,"StartTime":1767323045.678,"LanguageCode":"en-US","TranscriptionJobStatus":"IN_PROGRESS","OutputLocationType":"CUSTOMER_BUCKET"},{"TranscriptionJobName":"service","CreationTime":1767323045.678,"StartTime":1767323045.678,"LanguageCode":"en-US","TranscriptionJobStatus":"IN_PROGRESS","OutputLocationType":"SERVICE_BUCKET"}]""",
            page.GetProperty("TranscriptionJobSummaries").GetRawText());
        Assert.Equal("""{"Status":"FAILED","TranscriptionJobSummaries":[]}""", (await ListAsync(transcribe, """{"Status":"FAILED"}""")).GetRawText());
    }

    [Fact]
    public async Task Token_of_another_filter_or_of_nobody_is_a_bad_request()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        for (var i = 0; i < 3; i++) await transcribe.StartAsync($"job-{i}");
        var token = TokenOf(await ListAsync(transcribe, """{"MaxResults":1,"JobNameContains":"job"}"""));

        foreach (var body in (string[])[
            $$"""{"NextToken":"{{token}}"}""",
            $$"""{"NextToken":"{{token}}","JobNameContains":"jo"}""",
            """{"NextToken":"bogus"}""",
            $$"""{"NextToken":"{{new string('A', 32)}}"}"""])
        {
            Assert.Equal("BadRequestException", (await transcribe.FailAsync("ListTranscriptionJobs", body)).Code);
        }
    }

    [Theory]
    [InlineData("""{"MaxResults":0}""", "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("""{"MaxResults":101}""", "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("""{"Status":"DONE"}""", "1 validation error detected: Value 'DONE' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [QUEUED, IN_PROGRESS, FAILED, COMPLETED]")]
    [InlineData("""{"JobNameContains":"a b"}""", "1 validation error detected: Value 'a b' at 'jobNameContains' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z._-]+$")]
    public async Task List_with_a_wrong_member_is_refused(string body, string message)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        Assert.Equal(message, (await transcribe.FailAsync("ListTranscriptionJobs", body)).Message);
    }

    [Fact]
    public async Task Job_of_91_days_is_gone_from_Get_and_List_and_its_name_is_free()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("old");
        transcribe.Time.Advance(TimeSpan.FromDays(89));
        await transcribe.GetAsync("old");
        transcribe.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal("BadRequestException", (await transcribe.FailAsync("GetTranscriptionJob", """{"TranscriptionJobName":"old"}""")).Code);
        Assert.Empty(NamesOf(await ListAsync(transcribe, "{}")));
        await transcribe.StartAsync("old");
    }

    [Theory]
    [InlineData("{", "malformed")]
    [InlineData("[]", "malformed")]
    [InlineData("null", "not null")]
    [InlineData("""{"MaxResults":"5"}""", "$.MaxResults")]
    [InlineData("""{"MaxResults":1.5}""", "$.MaxResults")]
    [InlineData("""{"Status":5}""", "$.Status")]
    [InlineData("{} {}", "malformed")]
    [InlineData("""{"JobNameContains":"\ud800"}""", "$.JobNameContains")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""", "$.a")]
    public async Task Malformed_json_or_a_wrong_type_is_a_SerializationException(string body, string place)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync("ListTranscriptionJobs", body);

        Assert.Equal("SerializationException", error.Code);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_of_the_service_that_are_not_here_say_so_and_others_are_unknown()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var known = await transcribe.FailAsync("StartCallAnalyticsJob", "{}");
        var unknown = await transcribe.FailAsync("MakeCoffee", "{}");

        Assert.Equal(("BadRequestException", "The local backend doesn't offer StartCallAnalyticsJob."), (known.Code, known.Message));
        Assert.Equal("UnknownOperationException", unknown.Code);
    }

    private static Task<JsonElement> ListAsync(TranscribeFixture transcribe, string body) => transcribe.CallAsync("ListTranscriptionJobs", body);

    private static string[] NamesOf(JsonElement page) =>
        [.. page.GetProperty("TranscriptionJobSummaries").EnumerateArray().Select(job => job.GetProperty("TranscriptionJobName").GetString()!)];

    private static string? TokenOf(JsonElement page) => page.TryGetProperty("NextToken", out var token) ? token.GetString() : null;
}
