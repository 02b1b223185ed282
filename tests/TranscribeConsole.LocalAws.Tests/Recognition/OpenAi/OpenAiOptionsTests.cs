using System.ComponentModel.DataAnnotations;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

public sealed class OpenAiOptionsTests
{
    private const string Url = "http://127.0.0.1:8000/v1";

    public static TheoryData<OpenAiRecogniserOptions, string> Wrong => new()
    {
        { new() { Model = "m" }, "LocalAws:OpenAi:BaseUrl must be an http or https address without user name, query and fragment, for example http://127.0.0.1:8000/v1." },
        { new() { BaseUrl = "whisper:8000", Model = "m" }, "LocalAws:OpenAi:BaseUrl must be an http or https address without user name, query and fragment, for example http://127.0.0.1:8000/v1." },
        { new() { BaseUrl = "http://me:secret@whisper/v1", Model = "m" }, "LocalAws:OpenAi:BaseUrl must be an http or https address without user name, query and fragment, for example http://127.0.0.1:8000/v1." },
        { new() { BaseUrl = Url }, "LocalAws:OpenAi:Model must name a model of the server, for example whisper-1." },
        { new() { BaseUrl = Url, Model = "m", ApiKey = "sk with space" }, "LocalAws:OpenAi:ApiKey must hold visible ASCII characters only." },
        { new() { BaseUrl = Url, Model = "m", ParallelRequests = 0 }, "LocalAws:OpenAi:ParallelRequests must be 1 to 64." },
        { new() { BaseUrl = Url, Model = "m", ParallelRequests = 65 }, "LocalAws:OpenAi:ParallelRequests must be 1 to 64." },
        { new() { BaseUrl = Url, Model = "m", TimeoutSeconds = 0 }, "LocalAws:OpenAi:TimeoutSeconds must be 1 to 3600." },
        { new() { BaseUrl = Url, Model = "m", TimeoutSeconds = 3601 }, "LocalAws:OpenAi:TimeoutSeconds must be 1 to 3600." },
        { new() { BaseUrl = Url, Model = "m", MaxUploadBytes = 349_999 }, "LocalAws:OpenAi:MaxUploadBytes must be 350000 or more." },
        { new() { BaseUrl = Url, Model = "m", Retries = -1 }, "LocalAws:OpenAi:Retries must be 0 to 20." },
        { new() { BaseUrl = Url, Model = "m", Retries = 21 }, "LocalAws:OpenAi:Retries must be 0 to 20." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_value_is_named_with_its_rule(OpenAiRecogniserOptions options, string message)
    {
        Assert.Equal([message], Faults(new() { DataDirectory = "d", Recogniser = RecogniserKind.OpenAi, OpenAi = options }));
        Assert.Empty(Faults(new() { DataDirectory = "d", OpenAi = options })); // nothing reads it then
    }

    [Fact]
    public void Address_and_model_are_all_that_is_needed() =>
        Assert.Empty(Faults(new() { DataDirectory = "d", Recogniser = RecogniserKind.OpenAi, OpenAi = new() { BaseUrl = Url, Model = "whisper-1" } }));

    private static List<string?> Faults(LocalAwsOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage)];
    }
}
