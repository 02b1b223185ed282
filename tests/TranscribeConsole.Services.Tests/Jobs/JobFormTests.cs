using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

public sealed class JobFormTests
{
    private static readonly ServiceLimits Limits = ServiceLimits.Load();
    private static readonly BackendCapabilities Anything = new() { Name = "Test", Region = "us-east-1", Engine = new("Test engine") };

    [Fact]
    public void CheckDetails_of_a_filled_form_finds_nothing() => Assert.Empty(Check(Valid()));

    [Theory]
    [InlineData("", "Enter a name")]
    [InlineData("weekly call", "no spaces")]
    [InlineData("Besprechung-für-alle", "letters a–z")]
    [InlineData("call\n", "letters a–z")]
    [InlineData(".", "period")]
    [InlineData("..", "period")]
    public void CheckDetails_refuses_a_name_that_the_service_would_refuse(string name, string rule)
    {
        var form = Valid();
        form.Name = name;

        var error = Assert.Single(Check(form));
        Assert.Equal(nameof(JobForm.Name), error.Field);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void CheckDetails_takes_names_of_up_to_200_characters(int length, bool valid)
    {
        var form = Valid();
        form.Name = new string('n', length);

        Assert.Equal(valid, Check(form).Count == 0);
        Assert.Equal(valid, JobForm.IsJobName(form.Name));
    }

    [Fact]
    public void CheckDetails_takes_create_as_a_name()
    {
        var form = Valid();
        form.Name = "create";
        Assert.Empty(Check(form));
    }

    [Theory]
    [InlineData("s3://media")]
    [InlineData("s3://media/folder/")]
    [InlineData("http://elsewhere.example/call.wav")]
    [InlineData("call.wav")]
    public void CheckDetails_refuses_media_that_is_not_one_object(string uri)
    {
        var form = Valid();
        form.MediaUri = uri;
        Assert.Equal(nameof(JobForm.MediaUri), Assert.Single(Check(form)).Field);
    }

    [Fact]
    public void CheckDetails_without_media_passes_only_while_an_upload_will_deliver_it()
    {
        var form = Valid();
        form.MediaUri = "";

        Assert.Empty(new JobRules(Anything, Limits).CheckDetails(form, uploading: true));
        Assert.Equal(nameof(JobForm.MediaUri), Assert.Single(new JobRules(Anything, Limits).CheckDetails(form, uploading: false)).Field);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("text", false)]
    [InlineData("s3://Text/out/", false)]
    [InlineData("s3://text/with space/", false)]
    [InlineData("s3://text", true)]
    [InlineData("s3://text/out/", true)]
    [InlineData("s3://text/out/call.json", true)]
    public void CheckDetails_checks_the_output_of_an_own_bucket(string uri, bool valid)
    {
        var form = Valid();
        (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, uri);
        Assert.Equal(valid, Check(form).Count == 0);
    }

    [Fact]
    public void CheckDetails_names_the_languages_that_the_engine_has()
    {
        var backend = Anything with { Languages = new HashSet<string> { "en-US" } };
        var form = Valid();
        form.LanguageCode = "de-DE";

        var error = Assert.Single(new JobRules(backend, Limits).CheckDetails(form, uploading: false));

        Assert.Equal(nameof(JobForm.LanguageCode), error.Field);
        Assert.Equal("Test engine can't transcribe German (de-DE). Choose English, US (en-US).", error.Message);
    }

    [Fact]
    public void CheckConfiguration_gives_the_reason_of_a_backend_that_refuses()
    {
        var backend = Anything with { Refused = new Dictionary<JobOption, string> { [JobOption.ChannelIdentification] = "Not here." } };
        var form = Valid();
        form.AudioIdentification = true;
        Assert.Equal("Not here.", Assert.Single(new JobRules(backend, Limits).CheckConfiguration(form)).Message);
    }

    [Fact]
    public void ToRequest_of_a_plain_form_sends_nothing_that_is_off()
    {
        var request = JobRequest.Of(Valid());

        Assert.Equal("weekly-call-07", request.TranscriptionJobName);
        Assert.Equal("en-US", request.LanguageCode?.Value);
        Assert.Equal("s3://media/call.wav", request.Media?.MediaFileUri);
        Assert.Null(request.OutputBucketName);
        Assert.Null(request.OutputKey);
        Assert.Null(request.Subtitles);
        Assert.Null(request.Settings);
    }

    [Theory]
    [InlineData("s3://text", "text", null)]
    [InlineData("s3://text/", "text", null)]
    [InlineData("s3://text/out/", "text", "out/")]
    [InlineData("s3://text/out/call.json", "text", "out/call.json")]
    public void ToRequest_splits_the_output_location(string uri, string bucket, string? key)
    {
        var form = Valid();
        (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, uri);

        var request = JobRequest.Of(form);

        Assert.Equal(bucket, request.OutputBucketName);
        Assert.Equal(key, request.OutputKey);
    }

    [Fact]
    public void ToRequest_with_options_sends_them()
    {
        var form = Valid();
        (form.SubtitleSrt, form.SubtitleVtt, form.SubtitleStartIndex, form.AudioIdentification) = (true, true, 1, true);

        var request = JobRequest.Of(form);

        Assert.Equal(["srt", "vtt"], request.Subtitles?.Formats ?? []);
        Assert.Equal(1, request.Subtitles?.OutputStartIndex);
        Assert.True(request.Settings?.ChannelIdentification);
    }

    [Theory]
    [InlineData("s3://Bad_Bucket/key", "The bucket in the location of the media has a name of 3 to 63 characters")]
    [InlineData("s3://ab/key", "The bucket in the location of the media has a name of 3 to 63 characters")]
    [InlineData("s3://media", "must have the form s3://bucket/key and name one object")]
    [InlineData("https://media/key", "must have the form s3://bucket/key and name one object")]
    public void CheckDetails_names_the_rule_that_the_media_breaks(string uri, string rule)
    {
        var form = Valid();
        form.MediaUri = uri;

        Assert.Contains(rule, Assert.Single(Check(form)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckDetails_refuses_an_output_that_could_not_be_read()
    {
        var form = Valid();
        (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, "s3://out//");

        var error = Assert.Single(Check(form));

        Assert.Equal(nameof(JobForm.OutputUri), error.Field);
        Assert.Contains("can't begin with a slash", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trim_takes_the_blanks_of_pasted_names_and_leaves_tags()
    {
        var form = Valid();
        (form.Name, form.OutputUri, form.DataAccessRoleArn, form.KmsKeyId, form.KmsKeyArn) = (" a ", "s3://out/ ", " arn:aws:iam::123456789012:role/r\n", " alias/k ", "\targ ");
        form.Tags = [new JobTag { Key = " k", Value = "v " }];

        form.Trim();

        Assert.Equal(("a", "s3://out/", "arn:aws:iam::123456789012:role/r", "alias/k", "arg"), (form.Name, form.OutputUri, form.DataAccessRoleArn, form.KmsKeyId, form.KmsKeyArn));
        Assert.Equal((" k", "v "), (form.Tags[0].Key, form.Tags[0].Value));
    }

    private static IReadOnlyList<FieldError> Check(JobForm form) => new JobRules(Anything, Limits).CheckDetails(form, uploading: false);

    private static JobForm Valid() => new() { Name = "weekly-call-07", MediaUri = "s3://media/call.wav" };
}
