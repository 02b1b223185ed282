using System.Text.Json;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class VocabularyOperationsTests
{
    private const string Terms = """{"VocabularyName":"terms","LanguageCode":"en-US","Phrases":["Lake-Tahoe","Etienne"]}""";

    [Fact]
    public async Task Created_vocabulary_is_pending_and_becomes_ready()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var created = await transcribe.CallAsync("CreateVocabulary", Terms);
        var pending = await GetAsync(transcribe, "terms");
        await transcribe.RunJobsAsync();
        var ready = await CheckedAsync(transcribe, "terms");

        Assert.Equal(
            """{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyState":"PENDING","LastModifiedTime":1767323045.678}""", created.GetRawText());
        Assert.Equal("PENDING", State(pending));
        Assert.Equal("READY", State(ready));
        Assert.StartsWith("http://127.0.0.1:4566/aws-transcribe-us-east-1-prod/000000000000/vocabulary/terms/", ready.GetProperty("DownloadUri").GetString(), StringComparison.Ordinal);
        Assert.Contains("X-Amz-Expires=899", ready.GetProperty("DownloadUri").GetString(), StringComparison.Ordinal);
        Assert.Equal("Lake-Tahoe\nEtienne\n", await transcribe.StoredTextAsync(ready));
    }

    [Fact]
    public async Task File_with_a_fault_fails_and_the_reason_names_the_line()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.PutAsync("media", "terms.txt", "Tahoe\nArea-51\n");
        await transcribe.CallAsync("CreateVocabulary", """{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyFileUri":"s3://media/terms.txt"}""");
        await transcribe.RunJobsAsync();

        var failed = await CheckedAsync(transcribe, "terms");

        Assert.Equal("FAILED", State(failed));
        Assert.Equal("Line 2 has a digit in the phrase 'Area-51'. Spell the number out.", failed.GetProperty("FailureReason").GetString());
        Assert.Equal("Tahoe\nArea-51\n", await transcribe.StoredTextAsync(failed));
    }

    [Fact]
    public async Task Pending_vocabulary_is_checked_after_a_restart()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabulary", Terms);
        await transcribe.RestartAsync();
        await transcribe.RunJobsAsync();

        Assert.Equal("READY", State(await CheckedAsync(transcribe, "terms")));
    }

    [Fact]
    public async Task Update_replaces_everything_and_is_pending_again()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabulary", Terms);
        await transcribe.RunJobsAsync();
        var before = await CheckedAsync(transcribe, "terms");

        var updated = await transcribe.CallAsync("UpdateVocabulary", """{"VocabularyName":"terms","LanguageCode":"en-GB","Phrases":["Skye"]}""");
        var after = await CheckedAsync(transcribe, "terms");

        Assert.Equal("PENDING", State(updated));
        Assert.Equal("en-GB", after.GetProperty("LanguageCode").GetString());
        Assert.Equal("Skye\n", await transcribe.StoredTextAsync(after));
        Assert.Null(await transcribe.StoredTextAsync(before));
    }

    [Fact]
    public async Task Deleted_vocabulary_and_its_text_are_gone()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabulary", Terms);
        var stored = await GetAsync(transcribe, "terms");

        Assert.Equal("{}", (await transcribe.CallAsync("DeleteVocabulary", """{"VocabularyName":"terms"}""")).GetRawText());

        Assert.Equal("{\"Vocabularies\":[]}", (await transcribe.CallAsync("ListVocabularies", "{}")).GetRawText());
        Assert.Null(await transcribe.StoredTextAsync(stored));
        var error = await transcribe.FailAsync("DeleteVocabulary", """{"VocabularyName":"terms"}""");
        Assert.Equal(
            ("BadRequestException", "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task List_is_newest_first_filtered_and_paged()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        foreach (var name in (string[])["north-1", "south", "North-2", "north-3"])
            await transcribe.CallAsync("CreateVocabulary", $$"""{"VocabularyName":"{{name}}","LanguageCode":"en-US","Phrases":["a"]}""");

        var first = await transcribe.CallAsync("ListVocabularies", """{"NameContains":"NORTH","StateEquals":"PENDING","MaxResults":2}""");
        var token = first.GetProperty("NextToken").GetString();
        var second = await transcribe.CallAsync(
            "ListVocabularies", $$"""{"NameContains":"NORTH","StateEquals":"PENDING","MaxResults":2,"NextToken":"{{token}}"}""");
        var other = await transcribe.FailAsync("ListVocabularies", $$"""{"NameContains":"south","NextToken":"{{token}}"}""");

        Assert.Equal(["north-3", "North-2"], Names(first));
        Assert.Equal(["north-1"], Names(second));
        Assert.Equal("PENDING", second.GetProperty("Status").GetString());
        Assert.False(second.TryGetProperty("NextToken", out _));
        Assert.Equal("BadRequestException", other.Code);
    }

    [Fact]
    public async Task Name_in_use_is_a_conflict_and_changes_nothing()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabulary", Terms);

        var error = await transcribe.FailAsync("CreateVocabulary", """{"VocabularyName":"terms","LanguageCode":"en-US","Phrases":["Other"]}""");

        Assert.Equal(
            ("ConflictException", "The requested vocabulary name already exists. Use a different vocabulary name.", 400), (error.Code, error.Message, error.Status));
        Assert.Equal("Lake-Tahoe\nEtienne\n", await transcribe.StoredTextAsync(await GetAsync(transcribe, "terms")));
    }

    [Fact]
    public async Task Eleventh_pending_and_hundred_and_first_vocabulary_are_refused()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        for (var i = 0; i < 10; i++) await CreateAsync(transcribe, i);
        var pending = await transcribe.FailAsync("CreateVocabulary", Body(10));
        await transcribe.RunJobsAsync();
        for (var i = 0; i < 10; i++) await CheckedAsync(transcribe, $"v{i}");
        for (var i = 10; i < 100; i++)
        {
            await CreateAsync(transcribe, i);
            await CheckedAsync(transcribe, $"v{i}");
        }

        var full = await transcribe.FailAsync("CreateVocabulary", Body(100));

        Assert.Equal(("LimitExceededException", "10 vocabularies are pending already. Wait for one to be ready and try your request again."), (pending.Code, pending.Message));
        Assert.Equal(("LimitExceededException", "The account has 100 vocabularies already. Delete one and try your request again."), (full.Code, full.Message));
    }

    [Theory]
    [InlineData(51_200, true)]
    [InlineData(51_201, false)]
    public async Task File_can_have_50_kilobytes(int bytes, bool isAccepted)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.PutAsync("media", "terms.txt", string.Concat(Enumerable.Repeat("abcdefg\n", bytes / 8)) + new string('a', bytes % 8));
        const string Body = """{"VocabularyName":"terms","LanguageCode":"en-US","VocabularyFileUri":"s3://media/terms.txt"}""";

        if (isAccepted)
        {
            await transcribe.CallAsync("CreateVocabulary", Body);
        }
        else
        {
            var error = await transcribe.FailAsync("CreateVocabulary", Body);
            Assert.Equal(
                ("LimitExceededException", "The input has 51201 bytes; it can have up to 51200. Shorten it and try your request again."), (error.Code, error.Message));
        }
    }

    [Theory]
    [InlineData("{}", "2 validation errors detected: Value null at 'vocabularyName' failed to satisfy constraint: Member must not be null; Value null at 'languageCode' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US"}""", "Either Phrases or VocabularyFileUri field should be provided.")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","Phrases":["a"],"VocabularyFileUri":"s3://media/call.wav"}""", "Either Phrases or VocabularyFileUri field should be provided.")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","Phrases":[]}""", "1 validation error detected: Value '[]' at 'phrases' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","Phrases":[null]}""", "1 validation error detected: Value null at 'phrases.1.member' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","VocabularyFileUri":"s3://media/nothing.txt"}""", "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again.")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","Phrases":["a"],"EncryptionConfiguration":{"KMSKey":"arn:aws:kms:us-east-1:000000000000:key/1"}}""", "The local backend has no KMS keys. Leave EncryptionConfiguration out.")]
    [InlineData("""{"VocabularyName":"v","LanguageCode":"en-US","Phrases":["a"],"Tags":[{"Key":"aws:x","Value":""}]}""", "The tag key 'aws:x' starts with 'aws:', which is reserved. Use a different tag key.")]
    public async Task Broken_rule_of_create_is_told(string body, string message)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync("CreateVocabulary", body);

        Assert.Equal(("BadRequestException", message), (error.Code, error.Message));
        Assert.Empty(Names(await transcribe.CallAsync("ListVocabularies", "{}")));
    }

    [Fact]
    public async Task Job_takes_a_ready_vocabulary_only()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabulary", Terms);
        const string Named = ""","Settings":{"VocabularyName":"terms"}""";

        var error = await transcribe.FailAsync("StartTranscriptionJob", TranscribeFixture.StartBody("job-1", Named));
        await transcribe.RunJobsAsync();
        await CheckedAsync(transcribe, "terms");
        await transcribe.StartAsync("job-2", Named);

        Assert.Equal("The requested vocabulary is PENDING. Only a vocabulary that is READY can be used.", error.Message);
        Assert.Equal("COMPLETED", (await transcribe.FinishedAsync("job-2")).Status);
    }

    [Fact]
    public async Task Job_whose_vocabulary_was_deleted_before_it_ran_fails_with_the_reason()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.CallAsync("CreateVocabularyFilter", """{"VocabularyFilterName":"words","LanguageCode":"en-US","Words":["hello"]}""");
        await transcribe.StartAsync("job-1", ""","Settings":{"VocabularyFilterName":"words","VocabularyFilterMethod":"mask"}""");
        await transcribe.CallAsync("DeleteVocabularyFilter", """{"VocabularyFilterName":"words"}""");
        await transcribe.RunJobsAsync();

        Assert.Equal(
            "The vocabulary filter words that the job names was deleted. Start the job again with another.",
            (await transcribe.FinishedAsync("job-1")).FailureReason);
    }

    [Fact]
    public async Task Tags_are_kept_changed_and_go_with_the_vocabulary()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        const string Arn = "arn:aws:transcribe:us-east-1:000000000000:vocabulary/terms";
        await transcribe.CallAsync("CreateVocabulary", """{"VocabularyName":"terms","LanguageCode":"en-US","Phrases":["a"],"Tags":[{"Key":"team","Value":"legal"}]}""");
        await transcribe.CallAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"floor","Value":"3"}]}""");
        await transcribe.CallAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["team"]}""");

        var tags = await transcribe.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{Arn}}"}""");
        await transcribe.CallAsync("DeleteVocabulary", """{"VocabularyName":"terms"}""");
        await transcribe.CallAsync("CreateVocabulary", Terms);
        var fresh = await transcribe.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{Arn}}"}""");

        Assert.Equal("""[{"Key":"floor","Value":"3"}]""", tags.GetProperty("Tags").GetRawText());
        Assert.Equal("[]", fresh.GetProperty("Tags").GetRawText());
    }

    private static async Task<JsonElement> CheckedAsync(TranscribeFixture transcribe, string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var vocabulary = await GetAsync(transcribe, name);
            if (State(vocabulary) != "PENDING") return vocabulary;
            await Task.Delay(5, limit.Token);
        }
    }

    private static Task<JsonElement> GetAsync(TranscribeFixture transcribe, string name) =>
        transcribe.CallAsync("GetVocabulary", $$"""{"VocabularyName":"{{name}}"}""");

    private static Task<JsonElement> CreateAsync(TranscribeFixture transcribe, int number) => transcribe.CallAsync("CreateVocabulary", Body(number));

    private static string Body(int number) => $$"""{"VocabularyName":"v{{number}}","LanguageCode":"en-US","Phrases":["a"]}""";

    private static string? State(JsonElement vocabulary) => vocabulary.GetProperty("VocabularyState").GetString();

    private static IEnumerable<string?> Names(JsonElement list) =>
        list.GetProperty("Vocabularies").EnumerateArray().Select(vocabulary => vocabulary.GetProperty("VocabularyName").GetString());
}
