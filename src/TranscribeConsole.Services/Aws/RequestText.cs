using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.Services.Aws;

/// <summary>A request of Amazon Transcribe as text that developers can use.</summary>
internal static partial class RequestText
{
    /// <summary>The body as it goes on the wire, indented.</summary>
    public static string Json(AmazonTranscribeServiceRequest request) => WireJson.Indented(WireJson.Of(request));

    /// <summary>A command for bash and the AWS CLI, one option to a line, ready to be pasted.</summary>
    /// <param name="operation">As the CLI calls it, for example <c>start-transcription-job</c>.</param>
    public static string Cli(string operation, AmazonTranscribeServiceRequest request)
    {
        var command = new StringBuilder($"aws transcribe {operation}");
        foreach (var (member, value) in WireJson.Of(request).AsObject()) command.Append(" \\\n  ").Append(Option($"--{OptionName(member)}", value!));
        return command.ToString();
    }

    private static string Option(string name, JsonNode value) => value switch
    {
        JsonArray texts when texts.All(IsText) => $"{name} {string.Join(' ', texts.Select(text => Quote(text!.GetValue<string>())))}",
        JsonObject or JsonArray => $"{name} {Quote(WireJson.Compact(value))}",
        _ when value.GetValueKind() == JsonValueKind.True => name,
        _ when IsText(value) => Text(name, value.GetValue<string>()),
        _ => $"{name} {value.ToJsonString()}",
    };

    // An argument that begins with a hyphen would be taken for an option.
    private static string Text(string name, string value) => value.StartsWith('-') ? Quote($"{name}={value}") : $"{name} {Quote(value)}";

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static string OptionName(string member) => WordStart().Replace(member, "-").ToLowerInvariant();

    // Within single quotes bash takes every character as it is, the single quote itself excepted.
    private static string Quote(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^[A-Za-z0-9_./:=@%+,-]+\z")]
    private static partial Regex Plain();
}
