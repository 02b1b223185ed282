using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.TranscribeService.Wire;

/// <summary>A time is a number of seconds since 1970-01-01 UTC, with a fraction.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    private static readonly decimal Earliest = Seconds(DateTime.MinValue);
    private static readonly decimal Latest = Seconds(DateTime.MaxValue);

    // Decimal: a double would lose the last digits of the fraction.
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var seconds) || seconds < Earliest || seconds > Latest)
            throw new JsonException("A time must be a number of seconds since 1970-01-01 UTC.");
        return DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Seconds(value.ToUniversalTime()));

    private static decimal Seconds(DateTime value) => (decimal)(value - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
}
