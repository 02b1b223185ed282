namespace TranscribeConsole.Transcripts;

/// <summary>The language of every item: where the file says nothing, as before, and at first the transcript's.</summary>
internal sealed class ItemLanguages
{
    private readonly string? _main;
    private readonly string?[]? _languages;

    public ItemLanguages(Transcript transcript)
    {
        _main = MainOf(transcript);
        if (transcript.Items.Data.ContainsAnyLanguage()) _languages = Resolve(transcript.Items, _main);
    }

    /// <summary>Null where the file names no language at all.</summary>
    public string? Of(int item) => _languages is null ? _main : _languages[item];

    /// <summary>Language of a stretch of speech; its first word tells, where the stretch itself does not.</summary>
    public string? Of(string? own, ReadOnlySpan<int> items) =>
        !string.IsNullOrEmpty(own) ? own : items.IsEmpty ? _main : Of(items[0]);

    private static string? MainOf(Transcript transcript)
    {
        if (!string.IsNullOrEmpty(transcript.LanguageCode)) return transcript.LanguageCode;
        return transcript.LanguageCodes is { Count: > 0 } spoken ? spoken.MaxBy(language => language.DurationInSeconds).LanguageCode : null;
    }

    private static string?[] Resolve(ItemList items, string? main)
    {
        var languages = new string?[items.Count];
        var last = main;
        for (var index = 0; index < languages.Length; index++)
            languages[index] = last = items.Texts.Label(items.Data[index].Language) ?? last;
        return languages;
    }
}

file static class ItemDataSpan
{
    public static bool ContainsAnyLanguage(this ReadOnlySpan<Items.ItemData> items)
    {
        foreach (ref readonly var item in items)
            if (item.Language >= 0) return true;
        return false;
    }
}
