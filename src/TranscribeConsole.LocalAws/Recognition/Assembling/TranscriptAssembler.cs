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
        foreach (var utterance in utterances) Add(builder, utterance, channels is null ? null : utterance.Channel);
        return builder.Build();
    }

    private static void Add(TranscriptBuilder builder, Utterance utterance, int? channel)
    {
        builder.BeginSegment(utterance.Start, utterance.End, channel);
        var begins = utterance.BeginsSentence;
        foreach (var word in utterance.Words)
        {
            builder.AddWord(WrittenForm.Of(word.Text, begins), word.Start, word.End, word.Confidence);
            begins = false;
        }

        // "U.S." at the end needs no second full stop.
        if (utterance.EndsSentence && !utterance.Words[^1].Text.EndsWith('.')) builder.AddPunctuation(".");
        builder.EndSegment();
    }
}
