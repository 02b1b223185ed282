using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>
/// Stands where Amazon Transcribe would: keeps every StartTranscriptionJob and answers as the service does, with vocabularies, filters and
/// models that the test names; and answers for AWS Security Token Service. It refuses nothing by itself; a test says what it refuses, delays or leaves without an answer.
/// </summary>
public sealed class RecordingTranscribe : IAsyncDisposable
{
    private const string JsonType = "application/x-amz-json-1.1";

    private static readonly string[] InSummary =
    [
        "TranscriptionJobName", "TranscriptionJobStatus", "CreationTime", "StartTime", "CompletionTime", "LanguageCode", "LanguageCodes", "FailureReason",
        "IdentifyLanguage", "IdentifyMultipleLanguages", "IdentifiedLanguageScore", "ModelSettings", "ToxicityDetection", "ContentRedaction",
    ];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _jobs = new();
    private readonly ConcurrentQueue<JsonObject> _started = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, JsonObject, Task<bool>>> _answers = new();

    private RecordingTranscribe(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The bodies of StartTranscriptionJob, refused ones too, in the order in which they came.</summary>
    public IReadOnlyList<JsonObject> Started => [.. _started];

    /// <summary>What the lists answer: name, language, state.</summary>
    public IReadOnlyList<(string Name, string Language, string State)> OwnVocabularies { get; set; } = [];

    public IReadOnlyList<(string Name, string Language)> OwnFilters { get; set; } = [];

    public IReadOnlyList<(string Name, string Language, string Status)> OwnModels { get; set; } = [];

    /// <summary>The bodies of CreateLanguageModel, in the order in which they came.</summary>
    public ConcurrentQueue<JsonObject> Trained { get; } = new();

    /// <summary>More of a model than its list entry says: members that Describe answers, by the model's name.</summary>
    public ConcurrentDictionary<string, JsonObject> ModelDetails { get; } = new();

    public static async Task<RecordingTranscribe> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new RecordingTranscribe(builder.Build());
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The last request to start a job of this name.</summary>
    public JsonObject StartOf(string name) => Started.Last(body => (string?)body["TranscriptionJobName"] == name);

    /// <summary>Puts a job there, as if it had been started by others.</summary>
    public void Add(JsonObject job)
    {
        job["TranscriptionJobStatus"] ??= "COMPLETED";
        job["CreationTime"] ??= Now() + _jobs.Count / 1000.0; // of two in one millisecond the later is the newer
        _jobs[(string)job["TranscriptionJobName"]!] = job;
    }

    /// <summary>Changes a job, as its own progress would.</summary>
    public void Change(string name, Action<JsonObject> change)
    {
        var job = (JsonObject)_jobs[name].DeepClone();
        change(job);
        _jobs[name] = job;
    }

    /// <summary>Takes a job away, as if others had deleted it.</summary>
    public void Remove(string name) => _jobs.TryRemove(name, out _);

    /// <summary>From now on one job can't be deleted; null: it can.</summary>
    public void RefuseJob(string name, string? code, string message = "")
    {
        if (code is null) _answers.TryRemove("DeleteTranscriptionJob", out _);
        else _answers["DeleteTranscriptionJob"] = async (context, body) =>
        {
            if ((string?)body["TranscriptionJobName"] != name) return false;
            await ErrorAsync(context, code, message);
            return true;
        };
    }

    /// <summary>From now on an operation is answered by an error of the service; null: as usual.</summary>
    public void Refuse(string operation, string? code, string message = "")
    {
        if (code is null) _answers.TryRemove(operation, out _);
        else _answers[operation] = async (context, _) =>
        {
            await ErrorAsync(context, code, message);
            return true;
        };
    }

    /// <summary>From now on the connection breaks at an operation, until <see cref="Refuse"/> with null.</summary>
    public void Break(string operation) => _answers[operation] = (context, _) =>
    {
        context.Abort();
        return Task.FromResult(true);
    };

    /// <summary>The next StartTranscriptionJob starts the job, and its answer comes when the test lets it; false: never, the connection breaks.</summary>
    public void HoldNextStart(Task<bool> answer) => _answers["StartTranscriptionJob"] = async (context, body) =>
    {
        _answers.TryRemove("StartTranscriptionJob", out _);
        var job = Start(body);
        if (await answer) await WriteAsync(context, new JsonObject { ["TranscriptionJob"] = job.DeepClone() });
        else context.Abort();
        return true;
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            await WriteIdentityAsync(context);
            return;
        }

        var operation = context.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        if (operation == "StartTranscriptionJob") _started.Enqueue((JsonObject)body.DeepClone());
        if (_answers.TryGetValue(operation, out var answer) && await answer(context, body)) return;
        var name = (string?)body["TranscriptionJobName"] ?? "";
        switch (operation)
        {
            case "StartTranscriptionJob" when _jobs.ContainsKey(name):
                await ErrorAsync(context, "ConflictException", "The requested job name already exists. Use a different job name.");
                break;
            case "StartTranscriptionJob":
                await WriteAsync(context, new JsonObject { ["TranscriptionJob"] = Start(body).DeepClone() });
                break;
            case "GetTranscriptionJob" when _jobs.TryGetValue(name, out var job):
                await WriteAsync(context, new JsonObject { ["TranscriptionJob"] = job.DeepClone() });
                break;
            case "GetTranscriptionJob":
                await ErrorAsync(context, "BadRequestException", "The requested job couldn't be found. Check the job name and try your request again.");
                break;
            case "ListTranscriptionJobs":
                await WriteAsync(context, List(body));
                break;
            case "DeleteTranscriptionJob":
                Remove(name);
                await WriteAsync(context, []);
                break;
            case "ListTagsForResource":
                await WriteAsync(context, new JsonObject { ["Tags"] = _jobs.GetValueOrDefault(((string)body["ResourceArn"]!).Split('/')[^1])?["Tags"]?.DeepClone() });
                break;
            case "ListVocabularies":
                await WriteAsync(context, new JsonObject
                {
                    ["Vocabularies"] = new JsonArray([.. OwnVocabularies.Select(item => new JsonObject { ["VocabularyName"] = item.Name, ["LanguageCode"] = item.Language, ["VocabularyState"] = item.State, ["LastModifiedTime"] = Now() })]),
                });
                break;
            case "ListVocabularyFilters":
                await WriteAsync(context, new JsonObject
                {
                    ["VocabularyFilters"] = new JsonArray([.. OwnFilters.Select(item => new JsonObject { ["VocabularyFilterName"] = item.Name, ["LanguageCode"] = item.Language, ["LastModifiedTime"] = Now() })]),
                });
                break;
            case "ListLanguageModels":
                await WriteAsync(context, new JsonObject
                {
                    ["Models"] = new JsonArray([.. OwnModels.Select(item => new JsonObject { ["ModelName"] = item.Name, ["LanguageCode"] = item.Language, ["ModelStatus"] = item.Status, ["CreateTime"] = Now() })]),
                });
                break;
            case "GetVocabulary" when OwnVocabularies.FirstOrDefault(item => item.Name == (string?)body["VocabularyName"]) is { Name: not null } found:
                await WriteAsync(context, new JsonObject { ["VocabularyName"] = found.Name, ["LanguageCode"] = found.Language, ["VocabularyState"] = found.State, ["LastModifiedTime"] = Now() });
                break;
            case "GetVocabularyFilter" when OwnFilters.FirstOrDefault(item => item.Name == (string?)body["VocabularyFilterName"]) is { Name: not null } found:
                await WriteAsync(context, new JsonObject { ["VocabularyFilterName"] = found.Name, ["LanguageCode"] = found.Language, ["LastModifiedTime"] = Now() });
                break;
            case "CreateLanguageModel":
                Trained.Enqueue((JsonObject)body.DeepClone());
                await WriteAsync(context, body);
                break;
            case "DescribeLanguageModel" when ModelDetails.TryGetValue((string)body["ModelName"]!, out var model):
                await WriteAsync(context, new JsonObject { ["LanguageModel"] = model.DeepClone() });
                break;
            case "DescribeLanguageModel":
                await ErrorAsync(context, "NotFoundException", "The requested language model couldn't be found.");
                break;
            default:
                await ErrorAsync(context, "UnknownOperationException", $"The recording server has no {operation}.");
                break;
        }
    }

    // AWS Security Token Service at the same address: which account it is, of which ARNs are made.
    private static Task WriteIdentityAsync(HttpContext context)
    {
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/tests</Arn>" +
            "<UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    private JsonObject Start(JsonObject request)
    {
        var job = (JsonObject)request.DeepClone();
        foreach (var member in new[] { "OutputBucketName", "OutputKey", "OutputEncryptionKMSKeyId" }) job.Remove(member); // not told again
        job["TranscriptionJobStatus"] = "IN_PROGRESS";
        job["CreationTime"] = Now();
        job["StartTime"] = Now();
        return _jobs[(string)request["TranscriptionJobName"]!] = job;
    }

    // Newest first; the token is the number of jobs before the page.
    private JsonObject List(JsonObject query)
    {
        var skip = int.Parse((string?)query["NextToken"] ?? "0", CultureInfo.InvariantCulture);
        var take = (int?)query["MaxResults"] ?? 5;
        var found = _jobs.Values
            .Where(job => query["Status"] is not { } status || (string?)status == (string?)job["TranscriptionJobStatus"])
            .Where(job => query["JobNameContains"] is not { } part || ((string)job["TranscriptionJobName"]!).Contains((string)part!, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(job => (double)job["CreationTime"]!).ThenBy(job => (string)job["TranscriptionJobName"]!, StringComparer.Ordinal)
            .Skip(skip).Take(take + 1).ToArray();
        var answer = new JsonObject { ["TranscriptionJobSummaries"] = new JsonArray([.. found.Take(take).Select(Summary)]) };
        if (found.Length > take) answer["NextToken"] = (skip + take).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    private static JsonObject Summary(JsonObject job)
    {
        var summary = new JsonObject { ["OutputLocationType"] = IsOwn(job) ? "CUSTOMER_BUCKET" : "SERVICE_BUCKET" };
        foreach (var member in InSummary)
            if (job[member] is { } value) summary[member] = value.DeepClone();
        return summary;
    }

    // Addresses in the service's own bucket are signed.
    private static bool IsOwn(JsonObject job) =>
        (string?)(job["Transcript"]?["TranscriptFileUri"] ?? job["Transcript"]?["RedactedTranscriptFileUri"]) is { } address && !address.Contains("X-Amz-Signature", StringComparison.Ordinal);

    private static double Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    private static Task WriteAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = JsonType;
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private static Task ErrorAsync(HttpContext context, string code, string message)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return WriteAsync(context, new JsonObject { ["__type"] = code, ["Message"] = message });
    }
}
