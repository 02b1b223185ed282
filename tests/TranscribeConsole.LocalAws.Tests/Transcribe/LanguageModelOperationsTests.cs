namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class LanguageModelOperationsTests
{
    [Fact]
    public async Task Training_is_refused_with_the_reason()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync(
            "CreateLanguageModel",
            """{"LanguageCode":"en-US","BaseModelName":"WideBand","ModelName":"m","InputDataConfig":{"S3Uri":"s3://media/text/","DataAccessRoleArn":"arn:aws:iam::000000000000:role/transcribe"}}""");

        Assert.Equal(
            ("BadRequestException", "The local backend can't train custom language models: its recogniser has one model. Use Amazon Transcribe for that."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task Wrong_members_of_create_are_told_before()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        var error = await transcribe.FailAsync(
            "CreateLanguageModel", """{"LanguageCode":"pl-PL","BaseModelName":"Broad","ModelName":"m","InputDataConfig":{"S3Uri":"s3://media/text/"}}""");

        Assert.Equal(
            "3 validation errors detected: Value 'pl-PL' at 'languageCode' failed to satisfy constraint: Member must satisfy enum value set: [en-US, hi-IN, es-US, en-GB, en-AU, de-DE, ja-JP]; "
            + "Value 'Broad' at 'baseModelName' failed to satisfy constraint: Member must satisfy enum value set: [NarrowBand, WideBand]; "
            + "Value null at 'inputDataConfig.dataAccessRoleArn' failed to satisfy constraint: Member must not be null",
            error.Message);
    }

    [Fact]
    public async Task List_is_empty_and_no_model_is_found()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();

        Assert.Equal("""{"Models":[]}""", (await transcribe.CallAsync("ListLanguageModels", """{"StatusEquals":"COMPLETED"}""")).GetRawText());
        Assert.Equal("NotFoundException", (await transcribe.FailAsync("DescribeLanguageModel", """{"ModelName":"m"}""")).Code);
        Assert.Equal("BadRequestException", (await transcribe.FailAsync("DeleteLanguageModel", """{"ModelName":"m"}""")).Code);
        Assert.Equal("BadRequestException", (await transcribe.FailAsync("ListLanguageModels", """{"NextToken":"x"}""")).Code);
    }
}
