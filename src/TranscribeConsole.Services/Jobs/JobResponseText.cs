using System.Text.Json.Nodes;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Reading;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Jobs;

/// <summary>What GetTranscriptionJob answers, as text that may be shown and copied.</summary>
internal static class JobResponseText
{
    private static readonly string[] Addresses = [nameof(Transcript.TranscriptFileUri), nameof(Transcript.RedactedTranscriptFileUri)];

    public static string Json(Job job)
    {
        var json = WireJson.Of(job);
        if (json[nameof(job.Transcript)] is JsonObject transcript)
            foreach (var name in Addresses)
                if (transcript[name] is JsonNode address) transcript[name] = Unsigned(address.GetValue<string>());
        if (json[nameof(job.Subtitles)]?[nameof(SubtitlesOutput.SubtitleFileUris)] is JsonArray subtitles)
            for (var i = 0; i < subtitles.Count; i++) subtitles[i] = Unsigned(subtitles[i]!.GetValue<string>());
        return WireJson.Indented(new JsonObject { [nameof(GetTranscriptionJobResponse.TranscriptionJob)] = json });
    }

    // For 15 minutes the query string of a signed address opens the object to anybody.
    private static string Unsigned(string address) => ResultAddress.IsSigned(address) ? address[..address.IndexOf('?', StringComparison.Ordinal)] : address;
}
