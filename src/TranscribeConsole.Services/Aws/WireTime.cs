namespace TranscribeConsole.Services.Aws;

/// <summary>Times of the SDK are UTC, whatever their kind says.</summary>
internal static class WireTime
{
    public static DateTimeOffset? Utc(DateTime? time) =>
        time is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value.ToUniversalTime(), DateTimeKind.Utc)) : null;
}
