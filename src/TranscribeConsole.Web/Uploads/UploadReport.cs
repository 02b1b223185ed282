using System.Text.Json.Serialization;

namespace TranscribeConsole.Web.Uploads;

/// <summary>What upload.js says about one of its uploads.</summary>
/// <param name="SecondsLeft">Null while it is not known.</param>
public sealed record UploadReport(
    int Id, [property: JsonConverter(typeof(JsonStringEnumConverter<UploadPhase>))] UploadPhase Phase,
    string FileName, long Size, long Sent, double BytesPerSecond, double? SecondsLeft, string? Location, string? Error, bool CanRetry)
{
    internal UploadState ToState() => new(
        Phase, FileName, Size, Sent, BytesPerSecond, SecondsLeft is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Location, Error)
    {
        Id = Id,
        CanRetry = CanRetry,
    };
}
