namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>The hint that such a model takes: terms of the vocabulary, as they are written.</summary>
internal static class SpeechPrompt
{
    // Whisper reads the last 224 tokens and throws the rest away.
    private const int MaxLength = 800;

    /// <summary>Null when there are no terms. As many of the first ones as fit.</summary>
    public static string? Of(IReadOnlyList<string> terms)
    {
        var prompt = "";
        foreach (var term in terms)
        {
            var longer = prompt.Length == 0 ? term : $"{prompt}, {term}";
            if (longer.Length > MaxLength) break;
            prompt = longer;
        }

        return prompt.Length == 0 ? null : prompt;
    }
}
