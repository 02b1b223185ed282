using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>Makes the transcript from the recognised segments.</summary>
internal static class TranscriptAssembler
{
    /// <param name="channels">Number of channels to label; null without channel identification.</param>
    /// <param name="segments">Of all channels, in time order within each.</param>
    public static Transcript Assemble(MediaToTranscribe media, int? channels, IReadOnlyList<RecognisedSegment> segments)
    {
        var builder = new TranscriptBuilder(media.JobName, media.AccountId) { ChannelCount = channels };
        // The service's order: utterance blocks by their start, whatever the times of the words inside.
        var utterances = segments.GroupBy(segment => segment.Channel)
            .SelectMany(UtteranceSplitter.Split)
            .OrderBy(utterance => utterance.Start).ThenBy(utterance => utterance.Channel);
        var rules = media.Words ?? WordRules.None;
        foreach (var utterance in utterances) Add(builder, utterance, channels is null ? null : utterance.Channel, rules);
        return builder.Build();
    }

    private static void Add(TranscriptBuilder builder, Utterance utterance, int? channel, WordRules rules)
    {
        var words = rules.Apply(utterance.Words, utterance.BeginsSentence);
        if (words.Count == 0) return; // all of it was to be removed
        builder.BeginSegment(utterance.Start, utterance.End, channel);
        foreach (var word in words) builder.AddWord(word.Content, word.Start, word.End, word.Confidence, word.IsFilterMatch ? true : null);

        // "U.S." at the end needs no second full stop.
        if (utterance.EndsSentence && !words[^1].Content.EndsWith('.')) builder.AddPunctuation(".");
        builder.EndSegment();
    }
}
