using FsCheck;
using FsCheck.Fluent;

namespace TranscribeConsole.Transcripts.Tests;

/// <summary>A word as a generator makes it; times in milliseconds, the gap counted from the end of the word before, below 0 for a jump back.</summary>
public sealed record Word(string Content, int Gap, int Length, int Confidence, string Mark);

/// <summary>Some words said in one go on a channel.</summary>
public sealed record Utterance(int Channel, int Gap, IReadOnlyList<Word> Words);

/// <summary>What is said in a recording of one or two channels.</summary>
public sealed record Spoken(bool HasChannels, IReadOnlyList<Utterance> Utterances)
{
    public Transcript ToTranscript()
    {
        var builder = new TranscriptBuilder("generated", "000000000000") { ChannelCount = HasChannels ? 2 : null };
        var now = 0;
        foreach (var utterance in Utterances)
        {
            var start = Math.Max(0, now + utterance.Gap);
            builder.BeginSegment(Time(start), Time(start + 60_000), HasChannels ? utterance.Channel : null);
            var at = start;
            foreach (var word in utterance.Words)
            {
                var from = Math.Max(0, at + word.Gap);
                at = from + word.Length;
                builder.AddWord(word.Content, Time(from), Time(at), word.Confidence / 1000.0);
                if (word.Mark.Length > 0) builder.AddPunctuation(word.Mark);
            }

            builder.EndSegment();
            now = HasChannels ? start + (at - start) / 2 : at; // channels talk at once
        }

        return builder.Build();
    }

    private static TimeSpan Time(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}

public static class SpokenArbitrary
{
    private static readonly string[] Contents =
    [
        "a", "I", "Hello", "conversation", "Morning Edition", "***", "[PII]", "U.S.", "\"so\\called\"", "<b>&amp;", "-->", "Zoë", "東京", "です", "😀",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch", "two-and-twenty", "well-\u2028known",
    ];

    public static Arbitrary<Spoken> Spoken()
    {
        var word = from content in Gen.Elements(Contents)
                   from gap in Gen.Frequency((8, Gen.Choose(0, 200)), (2, Gen.Choose(500, 1500)), (1, Gen.Choose(-300, 0)), (1, Gen.Choose(2000, 50_000)))
                   from length in Gen.Frequency((10, Gen.Choose(50, 600)), (1, Gen.Constant(0)), (1, Gen.Choose(7000, 17_000)))
                   from confidence in Gen.Choose(0, 1000)
                   from mark in Gen.Elements("", "", "", "", ",", ".", "?")
                   select new Word(content, gap, length, confidence, mark);
        var utterance = from channel in Gen.Choose(0, 1)
                        from gap in Gen.Choose(0, 2000)
                        from words in word.ListOf()
                        select new Utterance(channel, gap, [.. words]);
        var spoken = from channels in Gen.Elements(true, false)
                     from utterances in utterance.ListOf()
                     select new Spoken(channels, [.. utterances]);
        return spoken.ToArbitrary();
    }
}
