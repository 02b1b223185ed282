namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class TagOperationsTests
{
    private const string Arn = "arn:aws:transcribe:us-east-1:000000000000:transcription-job/call-1";

    [Fact]
    public async Task Tags_are_added_replaced_removed_and_listed()
    {
        await using var transcribe = await StartedAsync();

        await transcribe.CallAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"team","Value":"legal"},{"Key":"Team","Value":""}]}""");
        await transcribe.CallAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["first","unknown"]}""");
        var tags = await transcribe.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{Arn}}"}""");

        Assert.Equal(
            $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"Team","Value":""},{"Key":"team","Value":"legal"}]}""", tags.GetRawText());
        Assert.Equal(2, (await transcribe.GetAsync("call-1")).GetProperty("Tags").GetArrayLength());
    }

    [Fact]
    public async Task Length_of_a_value_is_counted_in_characters()
    {
        await using var transcribe = await StartedAsync();
        var longest = string.Concat(Enumerable.Repeat("🎙", 256));

        await transcribe.CallAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"k","Value":"{{longest}}"}]}""");
        var error = await transcribe.FailAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"k","Value":"{{longest}}🎙"}]}""");

        Assert.Contains("'tags.1.member.value' failed to satisfy constraint: Member must have length less than or equal to 256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_50_tags_are_refused_and_none_is_set()
    {
        await using var transcribe = await StartedAsync();
        var tags = string.Join(',', Enumerable.Range(0, 49).Select(i => $$"""{"Key":"k{{i}}","Value":""}"""));

        var error = await transcribe.FailAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{{tags}}]}""");

        Assert.Equal("BadRequestException", error.Code);
        Assert.Contains("50 tags", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await transcribe.GetAsync("call-1")).GetProperty("Tags").GetArrayLength());
    }

    [Theory]
    [InlineData("arn:aws:transcribe:us-east-1:000000000000:transcription-job/nobody")]
    [InlineData("arn:aws:transcribe:us-east-1:111111111111:transcription-job/call-1")]
    [InlineData("arn:aws:transcribe:eu-west-1:000000000000:transcription-job/call-1")]
    [InlineData("arn:aws:transcribe:us-east-1:000000000000:vocabulary/call-1")]
    public async Task Resource_that_does_not_exist_is_not_found(string arn)
    {
        await using var transcribe = await StartedAsync();

        Assert.Equal("NotFoundException", (await transcribe.FailAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")).Code);
        Assert.Equal("NotFoundException", (await transcribe.FailAsync("UntagResource", $$"""{"ResourceArn":"{{arn}}","TagKeys":["a"]}""")).Code);
        Assert.Equal(
            "NotFoundException",
            (await transcribe.FailAsync("TagResource", $$"""{"ResourceArn":"{{arn}}","Tags":[{"Key":"a","Value":""}]}""")).Code);
    }

    [Theory]
    [InlineData("ListTagsForResource", "{}", "Value null at 'resourceArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("ListTagsForResource", """{"ResourceArn":"call-1"}""", "Value 'call-1' at 'resourceArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:aws(-[^:]+)?:transcribe:[a-zA-Z0-9-]*:[0-9]{12}:[a-zA-Z-]*/[0-9a-zA-Z._-]+$")]
    [InlineData("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":[]}""", "Value '[]' at 'tagKeys' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("UntagResource", $$"""{"ResourceArn":"{{Arn}}"}""", "Value null at 'tagKeys' failed to satisfy constraint: Member must not be null")]
    [InlineData("TagResource", $$"""{"ResourceArn":"{{Arn}}"}""", "Value null at 'tags' failed to satisfy constraint: Member must not be null")]
    public async Task Wrong_member_is_named(string operation, string body, string message)
    {
        await using var transcribe = await StartedAsync();

        Assert.Equal($"1 validation error detected: {message}", (await transcribe.FailAsync(operation, body)).Message);
    }

    private static async Task<TranscribeFixture> StartedAsync()
    {
        var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1", ""","Tags":[{"Key":"first","Value":"1"},{"Key":"team","Value":"sales"}]""");
        return transcribe;
    }
}
