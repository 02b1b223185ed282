using System.Globalization;

namespace TranscribeConsole.Transcripts;

/// <summary>Names a turn for as long as its transcript is the same: its range of items and a checksum of its text, such as <c>12-57-9f3a1c20</c>.</summary>
/// <remarks>
/// The checksum keeps a correction from landing on other words when the object in an own bucket was replaced or the redacted transcript is shown.
/// A turn of a file whose text has no items is named by its time in milliseconds: <c>t1200-4800-9f3a1c20</c>.
/// </remarks>
public readonly record struct TurnId(string Value)
{
    internal static TurnId Of(ReadOnlySpan<int> items, TimeSpan start, TimeSpan end, string text) => new(items.IsEmpty
        ? string.Create(CultureInfo.InvariantCulture, $"t{(long)start.TotalMilliseconds}-{(long)end.TotalMilliseconds}-{Checksum(text):x8}")
        : string.Create(CultureInfo.InvariantCulture, $"{items[0]}-{items[^1]}-{Checksum(text):x8}"));

    public override string ToString() => Value;

    // FNV-1a over UTF-16: string.GetHashCode differs from process to process.
    private static uint Checksum(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 16777619u);
        return hash;
    }
}
