using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Adds up how long each language was heard.</summary>
internal sealed class LanguageTally(JobLanguage language)
{
    // What the service's documentation recommends for identification.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    // What waits for the decision is held in memory.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, TimeSpan> _heard = [];
    private TimeSpan _total;

    /// <summary>Whether enough speech was heard to tell the dominant language, or so much that more would not help.</summary>
    public bool IsEnough => _total >= Enough && (_heard.Count > 0 || language.Options.Count > 0 || _total >= Longest);

    /// <summary>The dominant language; null until <see cref="Decide"/>.</summary>
    public string? Decided { get; private set; }

    public void Add(RecognisedStretch stretch, TimeSpan duration)
    {
        if (stretch.Words.Count == 0) return;
        _total += duration;
        if (stretch.LanguageCode is { } code) _heard[code] = _heard.GetValueOrDefault(code) + duration;
    }

    /// <summary>The language heard longest; the first option where nothing else was heard.</summary>
    /// <exception cref="MediaFailureException">There was no speech in a language known here, and no option to fall back on.</exception>
    public string Decide()
    {
        if (_heard.Count > 0) return Decided = Ordered().First().Key;
        return Decided = _total > TimeSpan.Zero && language.Options is [var first, ..]
            ? first
            : throw new MediaFailureException(_total < Longest ? FailureReasons.TooLittleSpeech : FailureReasons.UnknownLanguage);
    }

    /// <summary>Each language's share of the speech, best first; null without a decision.</summary>
    public IdentifiedLanguages? Scores()
    {
        if (Decided is null) return null;
        var scores = Ordered().Select(heard => new LanguageScore(heard.Key, Math.Round(heard.Value / _total, 4))).ToList();
        return new(scores is [] ? [new(Decided, 0)] : scores, Durations: null);
    }

    public IdentifiedLanguages Durations() =>
        new(Scores: null, [.. Ordered().Select(heard => new LanguageDuration(heard.Key, Math.Round(heard.Value.TotalSeconds, 2)))]);

    private IEnumerable<KeyValuePair<string, TimeSpan>> Ordered() =>
        _heard.OrderByDescending(heard => heard.Value).ThenBy(heard => heard.Key, StringComparer.Ordinal);
}
