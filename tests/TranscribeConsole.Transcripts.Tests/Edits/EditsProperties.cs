using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Transcripts.Tests.Edits;

/// <summary>Some turns of a transcript, each with another text.</summary>
public sealed record Edited(Spoken Spoken, IReadOnlyList<string> Texts)
{
    public EditedTranscript ToTranscript()
    {
        var transcript = Spoken.ToTranscript();
        var corrections = new Dictionary<TurnId, TurnCorrection>();
        foreach (var (turn, text) in transcript.Turns.Zip(Texts)) corrections[turn.Id] = new TurnCorrection(text, "x", default);
        return EditedTranscript.Of(transcript, TranscriptEdits.None with { Corrections = corrections });
    }
}

public static class EditedArbitrary
{
    private static readonly string[] Typed =
        ["a", "I", "hello", "Hello", "conversation", "Edition", "new", "“quoted”", "…", "東京", "東京です", "😀", "e\u0301", "ש\u05C1לום", ".", "-", "U.S.", "\u0001", "x\ty"];

    public static Arbitrary<Edited> Edited()
    {
        var text = from words in Gen.Elements(Typed).ListOf()
                   from separator in Gen.Elements(" ", "", "  ", "\n")
                   select string.Join(separator, words);
        var edited = from spoken in SpokenArbitrary.Spoken().Generator
                     from texts in text.ListOf()
                     select new Edited(spoken, [.. texts]);
        return edited.ToArbitrary();
    }
}

[Properties(Arbitrary = [typeof(SpokenArbitrary), typeof(EditedArbitrary)], MaxTest = 300)]
public sealed class EditsProperties
{
    [Property]
    public void Words_stand_in_the_text_one_after_another_and_every_letter_is_in_one(Edited edited)
    {
        foreach (var part in edited.ToTranscript().Turns.SelectMany(turn => turn.Parts))
        {
            var at = 0;
            var words = part.Words();
            foreach (var word in words)
            {
                Assert.True(word.Length > 0 && word.Offset >= at && word.EndOffset <= part.Text.Length);
                Assert.DoesNotContain(part.Text[at..word.Offset], char.IsLetterOrDigit);
                at = word.EndOffset;
            }

            Assert.DoesNotContain(part.Text[at..], char.IsLetterOrDigit);
            if (part.Text.Any(letter => !char.IsWhiteSpace(letter))) Assert.NotEmpty(words);
        }
    }

    [Property]
    public void No_word_ends_before_it_starts_and_typed_words_lie_within_their_turn(Edited edited)
    {
        var transcript = edited.ToTranscript();
        foreach (var part in transcript.Turns.SelectMany(turn => turn.Parts))
        {
            var heard = part.Turn.Items.ToArray().Select(item => transcript.Original.Items[item]).ToArray(); // a file's words may lie outside their turn
            var first = heard.Select(item => item.Start).Append(part.Turn.Start).Min()!.Value;
            var last = heard.Select(item => item.End).Append(part.Turn.End).Max()!.Value;
            foreach (var word in part.Words())
            {
                Assert.True(word.End >= word.Start);
                if (word.Item is null) Assert.InRange(word.Start, first, last);
            }
        }
    }

    [Property]
    public void Text_of_the_uncorrected_is_the_transcripts_own_word_for_word(Spoken spoken)
    {
        var transcript = spoken.ToTranscript();

        var words = EditedTranscript.Of(transcript).Turns.SelectMany(turn => turn.Parts)
            .SelectMany(part => part.Words().Select(word => (word, text: part.Text.Substring(word.Offset, word.Length)))).ToArray();

        var items = transcript.Items.Where(item => item.Type == ItemType.Pronunciation).ToArray();
        Assert.Equal(items.Select(item => item.Id), words.Select(word => word.word.Item!.Value));
        Assert.Equal(items.Select(item => WithoutSpace(item.Content)), words.Select(word => WithoutSpace(word.text)));
        Assert.Equal(items.Select(item => (item.Start, item.End)), words.Select(word => ((TimeSpan?)word.word.Start, (TimeSpan?)word.word.End)));
    }

    [Property]
    public void Correcting_a_turn_to_its_own_text_changes_no_word(Spoken spoken)
    {
        var transcript = spoken.ToTranscript();
        var same = transcript.Turns.DistinctBy(turn => turn.Id).ToDictionary(turn => turn.Id, turn => new TurnCorrection(turn.Text, "x", default));

        var before = EditedTranscript.Of(transcript).Turns.SelectMany(turn => turn.Parts).SelectMany(part => part.Words());
        var after = EditedTranscript.Of(transcript, TranscriptEdits.None with { Corrections = same }).Turns.SelectMany(turn => turn.Parts).SelectMany(part => part.Words());

        Assert.Equal(before, after);
    }

    [Property]
    public void Original_stays_and_words_in_time_order_stay_in_order(Edited edited)
    {
        var transcript = edited.ToTranscript();

        Assert.Equal(TranscriptDump.Of(edited.Spoken.ToTranscript()), TranscriptDump.Of(transcript.Original));
        foreach (var part in transcript.Turns.SelectMany(turn => turn.Parts))
        {
            var heard = part.Turn.Items.ToArray().Select(item => transcript.Original.Items[item]).Where(item => item.Start is not null).ToArray();
            if (!heard.Zip(heard.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)) continue;
            var words = part.Words();
            Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair}"));
        }
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
