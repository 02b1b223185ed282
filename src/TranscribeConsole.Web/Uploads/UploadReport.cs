using System.Text.Json;
using System.Text.Json.Serialization;

namespace TranscribeConsole.Web.Uploads;

/// <summary>What upload.js says about one of its uploads.</summary>
/// <param name="SecondsLeft">Null while it is not known.</param>
public sealed record UploadReport(
    int Id, [property: JsonConverter(typeof(JsonStringEnumConverter<UploadPhase>))] UploadPhase Phase,
    string FileName, long Size, long Sent, double BytesPerSecond, double? SecondsLeft, string? Location, string? Error, bool CanRetry)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a list of them. As text it comes through a circuit cheaply: what a circuit has to know of a type stays with it, 10 kB for this one.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static IReadOnlyList<UploadState> Read(string reports) => [.. (JsonSerializer.Deserialize<UploadReport[]>(reports, Options) ?? []).Select(report => report.ToState())];

    private UploadState ToState() => new(
        Phase, FileName, Size, Sent, BytesPerSecond, SecondsLeft is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Location, Error)
    {
        Id = Id,
        CanRetry = CanRetry,
    };
}
