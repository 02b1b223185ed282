using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Makes the transcript from the recognised segments.</summary>
internal static class TranscriptAssembler
{
    /// <param name="channels">Number of channels to label; null without channel identification.</param>
    /// <param name="segments">Of all channels, in time order within each.</param>
    /// <param name="languages">What identification found; null when the job names its language.</param>
    public static Transcript Assemble(
        MediaToTranscribe media, int? channels, IReadOnlyList<RecognisedSegment> segments, IdentifiedLanguages? languages = null)
    {
        var builder = new TranscriptBuilder(media.JobName, media.AccountId)
        {
            ChannelCount = channels,
            LanguageIdentification = languages?.Scores,
            LanguageCodes = languages?.Durations,
            HasAlternatives = media.MaxAlternatives is not null,
        };
        // The service's order: utterance blocks by their start, whatever the times of the words inside.
        var utterances = segments.GroupBy(segment => segment.Channel)
            .SelectMany(UtteranceSplitter.Split)
            .OrderBy(utterance => utterance.Start).ThenBy(utterance => utterance.Channel);
        foreach (var utterance in utterances) Add(builder, utterance, media);
        return builder.Build();
    }

    private static void Add(TranscriptBuilder builder, Utterance utterance, MediaToTranscribe media)
    {
        var rules = media.WordsOf(utterance.LanguageCode ?? media.Language.Code).Rules;
        var words = rules.Apply(utterance.Words, utterance.BeginsSentence);
        if (words.Count == 0) return; // all of it was to be removed
        var isOneOfSeveral = media.Language.Identification == LanguageIdentification.Multiple;
        builder.BeginSegment(
            utterance.Start, utterance.End, builder.ChannelCount is null ? null : utterance.Channel, isOneOfSeveral ? utterance.LanguageCode : null);
        Add(builder, utterance, words);
        AddAlternatives(builder, utterance, words, rules, media.MaxAlternatives - 1 ?? 0);
        builder.EndSegment();
    }

    // A vocabulary and a filter hold for every reading: what is masked in the text must not stand in an alternative.
    private static void AddAlternatives(
        TranscriptBuilder builder, Utterance utterance, IReadOnlyList<WrittenWord> words, WordRules rules, int count)
    {
        var known = new HashSet<string> { TextOf(words) };
        foreach (var reading in OtherReadings.Of(utterance.Words, count))
        {
            var written = rules.Apply(reading, utterance.BeginsSentence);
            if (written.Count == 0 || !known.Add(TextOf(written))) continue;
            builder.BeginAlternative();
            Add(builder, utterance, written);
        }
    }

    private static string TextOf(IEnumerable<WrittenWord> words) => string.Join(' ', words.Select(word => word.Content + word.Punctuation));

    private static void Add(TranscriptBuilder builder, Utterance utterance, IReadOnlyList<WrittenWord> words)
    {
        foreach (var word in words)
        {
            builder.AddWord(word.Content, word.Start, word.End, word.Confidence, word.IsFilterMatch ? true : null);
            if (word.Punctuation is { } mark) builder.AddPunctuation(mark);
        }

        // "U.S." at the end needs no second full stop.
        if (utterance is { EndsSentence: true, IsWritten: false } && !words[^1].Content.EndsWith('.')) builder.AddPunctuation(".");
    }
}
