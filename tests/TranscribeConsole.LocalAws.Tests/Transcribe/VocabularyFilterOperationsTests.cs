namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class VocabularyFilterOperationsTests
{
    private const string Create = """{"VocabularyFilterName":"words","LanguageCode":"en-US","Words":["darn","heck"]}""";

    [Fact]
    public async Task Created_filter_can_be_read_updated_and_deleted()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var created = await transcribe.CallAsync("CreateVocabularyFilter", Create);
        var got = await transcribe.CallAsync("GetVocabularyFilter", """{"VocabularyFilterName":"words"}""");
        await transcribe.PutAsync("media", "words.txt", "gosh\r\n");
        await transcribe.CallAsync("UpdateVocabularyFilter", """{"VocabularyFilterName":"words","VocabularyFilterFileUri":"s3://media/words.txt"}""");
        var updated = await transcribe.CallAsync("GetVocabularyFilter", """{"VocabularyFilterName":"words"}""");
        var list = await transcribe.CallAsync("ListVocabularyFilters", """{"NameContains":"WORD"}""");
        await transcribe.CallAsync("DeleteVocabularyFilter", """{"VocabularyFilterName":"words"}""");
        var gone = await transcribe.FailAsync("GetVocabularyFilter", """{"VocabularyFilterName":"words"}""");

        Assert.Equal("""{"VocabularyFilterName":"words","LanguageCode":"en-US","LastModifiedTime":1767323045.678}""", created.GetRawText());
        Assert.Null(await transcribe.StoredTextAsync(got));
        Assert.Equal("en-US", updated.GetProperty("LanguageCode").GetString());
        Assert.Equal(
            """{"VocabularyFilters":[{"VocabularyFilterName":"words","LanguageCode":"en-US","LastModifiedTime":1767323045.678}]}""", list.GetRawText());
        Assert.Equal(
            ("BadRequestException", "The requested vocabulary filter couldn't be found. Check the vocabulary filter name and try your request again."),
            (gone.Code, gone.Message));
    }

    [Theory]
    [InlineData("""{"VocabularyFilterName":"words","LanguageCode":"en-US","Words":["two words"]}""", "Line 1 of the vocabulary filter holds 'two words'. Each line must hold one word without spaces.")]
    [InlineData("""{"VocabularyFilterName":"words","LanguageCode":"en-US","Words":[""]}""", "1 validation error detected: Value '' at 'words.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"VocabularyFilterName":"words","LanguageCode":"en-US"}""", "Either Words or VocabularyFilterFileUri field should be provided.")]
    [InlineData("""{"VocabularyFilterName":"words","Words":["a"]}""", "1 validation error detected: Value null at 'languageCode' failed to satisfy constraint: Member must not be null")]
    public async Task Broken_rule_of_create_is_told(string body, string message)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync("CreateVocabularyFilter", body);

        Assert.Equal(("BadRequestException", message), (error.Code, error.Message));
        Assert.Equal("""{"VocabularyFilters":[]}""", (await transcribe.CallAsync("ListVocabularyFilters", "{}")).GetRawText());
    }

    [Fact]
    public async Task Name_in_use_and_the_hundred_and_first_filter_are_refused()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        for (var i = 0; i < 100; i++)
            await transcribe.CallAsync("CreateVocabularyFilter", $$"""{"VocabularyFilterName":"f{{i}}","LanguageCode":"en-US","Words":["a"]}""");

        var inUse = await transcribe.FailAsync("CreateVocabularyFilter", """{"VocabularyFilterName":"f0","LanguageCode":"en-US","Words":["a"]}""");
        var full = await transcribe.FailAsync("CreateVocabularyFilter", Create);

        Assert.Equal("ConflictException", inUse.Code);
        Assert.Equal(("LimitExceededException", "The account has 100 vocabulary filters already. Delete one and try your request again."), (full.Code, full.Message));
    }
}
