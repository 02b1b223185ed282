using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The request of a job as text that developers can use.</summary>
public static partial class JobRequestText
{
    /// <summary>The body of StartTranscriptionJob as it goes on the wire, indented.</summary>
    public static string Json(JobForm form) => Json(JobRequest.Of(form));

    /// <summary>A command for bash and the AWS CLI, one option to a line, ready to be pasted.</summary>
    public static string Cli(JobForm form) => Cli(JobRequest.Of(form));

    internal static string Json(StartTranscriptionJobRequest request) => WireJson.Indented(WireJson.Of(request));

    internal static string Cli(StartTranscriptionJobRequest request)
    {
        var command = new StringBuilder("aws transcribe start-transcription-job");
        foreach (var (member, value) in WireJson.Of(request).AsObject()) command.Append(" \\\n  ").Append(Option($"--{OptionName(member)}", value!));
        return command.ToString();
    }

    private static string Option(string name, JsonNode value) => value switch
    {
        JsonArray texts when texts.All(IsText) => $"{name} {string.Join(' ', texts.Select(text => Quote(text!.GetValue<string>())))}",
        JsonObject or JsonArray => $"{name} {Quote(WireJson.Compact(value))}",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.True => name,
        _ when IsText(value) => Text(name, value.GetValue<string>()),
        _ => $"{name} {value.ToJsonString()}",
    };

    // An argument that begins with a hyphen would be taken for an option.
    private static string Text(string name, string value) => value.StartsWith('-') ? Quote($"{name}={value}") : $"{name} {Quote(value)}";

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static string OptionName(string member) => WordStart().Replace(member, "-").ToLowerInvariant();

    // Within single quotes bash takes every character as it is, the single quote itself excepted.
    private static string Quote(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^[A-Za-z0-9_./:=@%+,-]+\z")]
    private static partial Regex Plain();
}
