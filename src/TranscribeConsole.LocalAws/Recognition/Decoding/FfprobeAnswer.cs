using System.Globalization;
using System.Text.Json;

namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class FfprobeAnswer
{
    /// <summary>The members that <see cref="Parse"/> reads, as ffprobe's option.</summary>
    public const string Entries =
        "format=format_name,duration:format_tags=major_brand:stream=index,codec_type,codec_name,sample_rate,channels:stream_disposition=attached_pic";

    /// <summary>Null when there is no format in the answer.</summary>
    /// <exception cref="JsonException">Not ffprobe's JSON.</exception>
    public static DetectedMedia? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("format", out var format) || Text(format, "format_name") is not { } name) return null;
        var streams = document.RootElement.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToList() : [];
        return new DetectedMedia(
            name,
            format.TryGetProperty("tags", out var tags) ? Text(tags, "major_brand") : null,
            streams.Any(IsVideo),
            Duration(format),
            streams.Where(stream => Text(stream, "codec_type") == "audio").Select(Audio).FirstOrDefault());
    }

    private static DetectedAudio Audio(JsonElement stream) => new(
        Number(stream, "index") ?? 0,
        Text(stream, "codec_name") ?? "",
        int.TryParse(Text(stream, "sample_rate"), CultureInfo.InvariantCulture, out var rate) ? rate : 0,
        Number(stream, "channels") ?? 0);

    private static bool IsVideo(JsonElement stream) =>
        Text(stream, "codec_type") == "video"
        && !(stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") == 1);

    // Bounded so that a made-up header cannot overflow a TimeSpan.
    private static TimeSpan? Duration(JsonElement format) =>
        double.TryParse(Text(format, "duration"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
