namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>Limits, patterns and enumerations of the operations besides StartTranscriptionJob, one row for each.</summary>
public sealed class OtherLimitTests(StartValidationTests.Backend backend) : IClassFixture<StartValidationTests.Backend>
{
    private const string Arn = "arn:aws:transcribe:us-east-1:000000000000:transcription-job/job";

    private static readonly string Long = Broken.Text(201);
    private static readonly string Languages = string.Join(", ", LocalAws.Transcribe.Validation.LanguageCodes.All);

    /// <summary>Operations that name one thing, and the member that names it.</summary>
    public static TheoryData<string, string> Named { get; } = new()
    {
        { "GetTranscriptionJob", "TranscriptionJobName" }, { "DeleteTranscriptionJob", "TranscriptionJobName" },
        { "GetVocabulary", "VocabularyName" }, { "DeleteVocabulary", "VocabularyName" },
        { "GetVocabularyFilter", "VocabularyFilterName" }, { "DeleteVocabularyFilter", "VocabularyFilterName" },
        { "DescribeLanguageModel", "ModelName" }, { "DeleteLanguageModel", "ModelName" },
    };

    /// <summary>Operations that list, with the members for the part of a name and for the state.</summary>
    public static TheoryData<string, string, string, string[]> Lists { get; } = new()
    {
        { "ListTranscriptionJobs", "JobNameContains", "Status", ["QUEUED", "IN_PROGRESS", "FAILED", "COMPLETED"] },
        { "ListVocabularies", "NameContains", "StateEquals", ["PENDING", "READY", "FAILED"] },
        { "ListVocabularyFilters", "NameContains", "", [] },
        { "ListLanguageModels", "NameContains", "StatusEquals", ["IN_PROGRESS", "FAILED", "COMPLETED"] },
    };

    /// <summary>Bodies of Create, Update and the tag operations, and what is wrong with them.</summary>
    public static TheoryData<string, string, string[]> Rows { get; } = new()
    {
        { "CreateVocabulary", Vocabulary(""","VocabularyName":"a b" """), [Broken.Pattern("vocabularyName", "a b", Broken.Name)] },
        { "CreateVocabulary", Vocabulary($""","VocabularyName":"{Long}" """), [Broken.Longest("vocabularyName", Long, 200)] },
        { "CreateVocabulary", Vocabulary(""","LanguageCode":"xx" """), [Broken.OneOf("languageCode", "xx", Languages)] },
        { "CreateVocabulary", Vocabulary(""","Phrases":[""] """), [Broken.Pattern("phrases.1.member", "", "^.+$")] },
        { "CreateVocabulary", Vocabulary($""","Phrases":["a","{Broken.Text(257)}"] """), [Broken.Longest("phrases.2.member", Broken.Text(257), 256)] },
        { "CreateVocabulary", Vocabulary(""","VocabularyFileUri":"media/terms.txt" """), [Broken.Pattern("vocabularyFileUri", "media/terms.txt", Broken.Uri)] },
        { "CreateVocabulary", Vocabulary($""","VocabularyFileUri":"s3://{Broken.Text(1996)}" """), [Broken.Longest("vocabularyFileUri", $"s3://{Broken.Text(1996)}", 2000)] },
        { "CreateVocabulary", Vocabulary(""","DataAccessRoleArn":"arn:aws:iam::1:user/somebody" """), [Broken.Pattern("dataAccessRoleArn", "arn:aws:iam::1:user/somebody", Broken.RoleArn)] },
        { "CreateVocabulary", Vocabulary(""","DataAccessRoleArn":"arn:aws:iam:::role/" """), [Broken.Shortest("dataAccessRoleArn", "arn:aws:iam:::role/", 20)] },
        { "CreateVocabulary", Vocabulary(""","Tags":[] """), [Broken.Shortest("tags", "[]", 1)] },
        { "CreateVocabulary", Vocabulary(""","Tags":[{"Key":"k"}] """), [Broken.Null("tags.1.member.value")] },
        { "UpdateVocabulary", "{}", [Broken.Null("vocabularyName"), Broken.Null("languageCode")] },
        { "UpdateVocabulary", Vocabulary(""","LanguageCode":"xx","Phrases":[] """), [Broken.OneOf("languageCode", "xx", Languages), Broken.Shortest("phrases", "[]", 1)] },
        { "CreateVocabularyFilter", "{}", [Broken.Null("vocabularyFilterName"), Broken.Null("languageCode")] },
        { "CreateVocabularyFilter", Filter(""","VocabularyFilterName":"a/b" """), [Broken.Pattern("vocabularyFilterName", "a/b", Broken.Name)] },
        { "CreateVocabularyFilter", Filter($""","VocabularyFilterName":"{Long}" """), [Broken.Longest("vocabularyFilterName", Long, 200)] },
        { "CreateVocabularyFilter", Filter(""","LanguageCode":"xx" """), [Broken.OneOf("languageCode", "xx", Languages)] },
        { "CreateVocabularyFilter", Filter(""","Words":[] """), [Broken.Shortest("words", "[]", 1)] },
        { "CreateVocabularyFilter", Filter(""","Words":[null] """), [Broken.Null("words.1.member")] },
        { "CreateVocabularyFilter", Filter($""","Words":["{Broken.Text(257)}"] """), [Broken.Longest("words.1.member", Broken.Text(257), 256)] },
        { "CreateVocabularyFilter", Filter(""","VocabularyFilterFileUri":"words.txt" """), [Broken.Pattern("vocabularyFilterFileUri", "words.txt", Broken.Uri)] },
        { "CreateVocabularyFilter", Filter(""","DataAccessRoleArn":"arn:aws:iam::1:user/somebody" """), [Broken.Pattern("dataAccessRoleArn", "arn:aws:iam::1:user/somebody", Broken.RoleArn)] },
        { "CreateVocabularyFilter", Filter(""","Tags":[] """), [Broken.Shortest("tags", "[]", 1)] },
        { "UpdateVocabularyFilter", "{}", [Broken.Null("vocabularyFilterName")] },
        { "UpdateVocabularyFilter", Filter(""","Words":[""] """), [Broken.Shortest("words.1.member", "", 1)] },
        { "CreateLanguageModel", "{}", [Broken.Null("languageCode"), Broken.Null("baseModelName"), Broken.Null("modelName"), Broken.Null("inputDataConfig")] },
        { "CreateLanguageModel", Model(""","InputDataConfig":{"S3Uri":"text/","TuningDataS3Uri":"more/","DataAccessRoleArn":"arn:aws:iam:::role/"} """),
            [Broken.Pattern("inputDataConfig.s3Uri", "text/", Broken.Uri), Broken.Pattern("inputDataConfig.tuningDataS3Uri", "more/", Broken.Uri), Broken.Shortest("inputDataConfig.dataAccessRoleArn", "arn:aws:iam:::role/", 20)] },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[]}""", [Broken.Shortest("tags", "[]", 1)] },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[null,{"Key":"","Value":"v"}]}""", [Broken.Null("tags.1.member"), Broken.Shortest("tags.2.member.key", "", 1)] },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"k","Value":"{{Broken.Text(257)}}"}]}""", [Broken.Longest("tags.1.member.value", Broken.Text(257), 256)] },
        { "TagResource", """{"Tags":[{"Key":"k","Value":""}]}""", [Broken.Null("resourceArn")] },
        { "TagResource", """{"ResourceArn":"arn:aws:s3:::bucket","Tags":[{"Key":"k","Value":""}]}""", [Broken.Pattern("resourceArn", "arn:aws:s3:::bucket", Broken.ResourceArn)] },
        { "UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":[null]}""", [Broken.Null("tagKeys.1.member")] },
        { "UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":[""]}""", [Broken.Shortest("tagKeys.1.member", "", 1)] },
        { "UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["{{Broken.Text(129)}}"]}""", [Broken.Longest("tagKeys.1.member", Broken.Text(129), 128)] },
        { "UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":[{{string.Join(',', Enumerable.Repeat("\"k\"", 201))}}]}""", [Broken.Longest("tagKeys", $"[{string.Join(", ", Enumerable.Repeat("k", 201))}]", 200)] },
        { "ListTagsForResource", $$"""{"ResourceArn":"arn:aws:transcribe:us-east-1:000000000000:vocabulary/{{Broken.Text(1011)}}"}""",
            [Broken.Longest("resourceArn", $"arn:aws:transcribe:us-east-1:000000000000:vocabulary/{Broken.Text(1011)}", 1011)] },
    };

    /// <summary>Rules across members, and the sentence of each.</summary>
    public static TheoryData<string, string, string> Sentences { get; } = new()
    {
        { "UpdateVocabulary", """{"VocabularyName":"nobody","LanguageCode":"en-US","Phrases":["a"]}""", "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again." },
        { "UpdateVocabulary", """{"VocabularyName":"v","LanguageCode":"en-US"}""", "Either Phrases or VocabularyFileUri field should be provided." },
        { "UpdateVocabulary", """{"VocabularyName":"v","LanguageCode":"en-US","Phrases":["a"],"VocabularyFileUri":"s3://media/call.wav"}""", "Either Phrases or VocabularyFileUri field should be provided." },
        { "CreateVocabularyFilter", Filter(""","VocabularyFilterFileUri":"s3://media/call.wav" """), "Either Words or VocabularyFilterFileUri field should be provided." },
        { "CreateVocabularyFilter", Filter(""","EncryptionConfiguration":{"KMSKey":"k"} """), "The local backend has no KMS keys. Leave EncryptionConfiguration out." },
        { "CreateVocabularyFilter", Filter(""","Tags":[{"Key":"a","Value":""},{"Key":"a","Value":""}] """), "The tag key 'a' appears more than once. Tag keys must be unique." },
        { "CreateVocabularyFilter", """{"VocabularyFilterName":"f","LanguageCode":"en-US","VocabularyFilterFileUri":"s3://media/none.txt"}""", "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again." },
        { "UpdateVocabularyFilter", """{"VocabularyFilterName":"f"}""", "Either Words or VocabularyFilterFileUri field should be provided." },
        { "UpdateVocabularyFilter", """{"VocabularyFilterName":"nobody","Words":["a"]}""", "The requested vocabulary filter couldn't be found. Check the vocabulary filter name and try your request again." },
        { "CreateLanguageModel", Model(""","Tags":[{"Key":"AWS:a","Value":""}] """), "The tag key 'AWS:a' starts with 'aws:', which is reserved. Use a different tag key." },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"aws:a","Value":""}]}""", "The tag key 'aws:a' starts with 'aws:', which is reserved. Use a different tag key." },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]}""", "The tag key 'a' appears more than once. Tag keys must be unique." },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public async Task Name_is_needed_and_has_a_length_and_a_pattern(string operation, string member)
    {
        var path = Camel(member);
        await AssertBrokenAsync(operation, "{}", [Broken.Null(path)]);
        await AssertBrokenAsync(operation, $$"""{"{{member}}":null}""", [Broken.Null(path)]);
        await AssertBrokenAsync(operation, $$"""{"{{member}}":""}""", [Broken.Shortest(path, "", 1), Broken.Pattern(path, "", Broken.Name)]);
        await AssertBrokenAsync(operation, $$"""{"{{member}}":"{{Long}}"}""", [Broken.Longest(path, Long, 200)]);
        await AssertBrokenAsync(operation, $$"""{"{{member}}":"a b"}""", [Broken.Pattern(path, "a b", Broken.Name)]);
        var error = await backend.Transcribe.FailAsync(operation, $$"""{"{{member}}":"{{Broken.Text(200)}}"}"""); // as long as may be, but there is none
        Assert.Contains("couldn't be found", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_has_limits_for_each_member(string operation, string contains, string state, string[] states)
    {
        var path = Camel(contains);
        await AssertBrokenAsync(operation, $$"""{"{{contains}}":""}""", [Broken.Shortest(path, "", 1), Broken.Pattern(path, "", Broken.Name)]);
        await AssertBrokenAsync(operation, $$"""{"{{contains}}":"{{Long}}"}""", [Broken.Longest(path, Long, 200)]);
        await AssertBrokenAsync(operation, $$"""{"{{contains}}":"a b"}""", [Broken.Pattern(path, "a b", Broken.Name)]);
        await AssertBrokenAsync(operation, """{"MaxResults":0}""", [Broken.Lowest("maxResults", 0, 1)]);
        await AssertBrokenAsync(operation, """{"MaxResults":101}""", [Broken.Highest("maxResults", 101, 100)]);
        await AssertBrokenAsync(operation, """{"NextToken":""}""", [Broken.Pattern("nextToken", "", "^.+$")]);
        await AssertBrokenAsync(operation, $$"""{"NextToken":"{{Broken.Text(8193)}}"}""", [Broken.Longest("nextToken", Broken.Text(8193), 8192)]);
        if (state.Length > 0) await AssertBrokenAsync(operation, $$"""{"{{state}}":"DONE"}""", [Broken.OneOf(Camel(state), "DONE", states)]);
        foreach (var value in states) await backend.Transcribe.CallAsync(operation, $$"""{"{{state}}":"{{value}}","MaxResults":100}""");
        var error = await backend.Transcribe.FailAsync(operation, $$"""{"NextToken":"{{Broken.Text(8192)}}"}""");
        Assert.Equal(("BadRequestException", "The NextToken isn't valid for this request. Start again without NextToken."), (error.Code, error.Message));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Member_beyond_its_limit_is_named_with_its_rule(string operation, string body, string[] errors) => AssertBrokenAsync(operation, body, errors);

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Members_that_do_not_fit_together_are_refused_in_a_sentence(string operation, string body, string sentence)
    {
        var error = await backend.Transcribe.FailAsync(operation, body);

        Assert.Equal(("BadRequestException", sentence, 400), (error.Code, error.Message, error.Status));
    }

    private async Task AssertBrokenAsync(string operation, string body, string[] errors)
    {
        var error = await backend.Transcribe.FailAsync(operation, body);

        Assert.Equal(("BadRequestException", Broken.Message(errors), 400), (error.Code, error.Message, error.Status));
    }

    private static string Camel(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    // A member given twice counts as it stands last.
    private static string Vocabulary(string more) => """{"VocabularyName":"v","LanguageCode":"en-US","Phrases":["a"]""" + more + "}";

    private static string Filter(string more) => """{"VocabularyFilterName":"f","LanguageCode":"en-US","Words":["a"]""" + more + "}";

    private static string Model(string more) =>
        """{"LanguageCode":"en-US","BaseModelName":"WideBand","ModelName":"m","InputDataConfig":{"S3Uri":"s3://media/","DataAccessRoleArn":"arn:aws:iam::000000000000:role/r"}""" + more + "}";
}
