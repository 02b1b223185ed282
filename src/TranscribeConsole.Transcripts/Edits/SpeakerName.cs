namespace TranscribeConsole.Transcripts.Edits;

/// <summary>What a person calls a speaker or a channel.</summary>
/// <param name="Name">Empty: not named.</param>
/// <param name="By">Who named it.</param>
public sealed record SpeakerName(string Name, string By, DateTimeOffset At)
{
    /// <summary>What a label is called before anybody named it: "Speaker 0" for spk_0, "Channel 1" for ch_1, any other label as it is.</summary>
    public static string Of(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Numbered(label, "spk_", "Speaker ") ?? Numbered(label, "ch_", "Channel ") ?? label;
    }

    private static string? Numbered(string label, string prefix, string name) =>
        label.StartsWith(prefix, StringComparison.Ordinal) && label.AsSpan(prefix.Length) is { Length: > 0 } number && !number.ContainsAnyExceptInRange('0', '9')
            ? string.Concat(name, number)
            : null;
}
