using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.Numbers;
using TranscribeConsole.LocalAws.Vocabularies;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>
/// What a job's vocabulary and vocabulary filter make of the words heard: phrases of the vocabulary are written as it says, then words
/// of the filter are masked, removed or tagged. The vocabulary teaches the engine no new words.
/// </summary>
internal sealed class WordRules
{
    private const string Masked = "***";

    private readonly ILookup<string, SpokenPhrase> _phrases; // by their first word, longest first
    private readonly HashSet<string> _filtered;
    private readonly VocabularyFilterMethod _method;

    /// <param name="method">What happens to words of the filter.</param>
    public WordRules(IEnumerable<VocabularyEntry> vocabulary, IEnumerable<string> filter, VocabularyFilterMethod method)
    {
        _phrases = vocabulary.SelectMany(SpokenPhrase.Of).OrderByDescending(phrase => phrase.Words.Count)
            .ToLookup(phrase => phrase.Words[0], StringComparer.OrdinalIgnoreCase);
        _filtered = filter.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _method = method;
    }

    public static WordRules None { get; } = new([], [], VocabularyFilterMethod.Mask);

    /// <summary>The words of one utterance as they are written; fewer where phrases were joined or words removed.</summary>
    /// <param name="beginsSentence">Whether the first word gets a capital.</param>
    public IReadOnlyList<WrittenWord> Apply(IReadOnlyList<RecognisedWord> words, bool beginsSentence)
    {
        var written = new List<WrittenWord>(words.Count);
        var said = words.Select(word => word.Text).ToList();
        for (var i = 0; i < words.Count;)
        {
            var phrase = _phrases[words[i].Text].FirstOrDefault(phrase => phrase.IsAt(words, i));
            var number = phrase is null ? NumberAt(words, said, i) : null;
            var heard = phrase?.Words.Count ?? number?.Words ?? 1;
            var (first, last) = (words[i], words[i + heard - 1]);
            var content = phrase?.DisplayAs ?? number?.Text ?? (first.IsWritten ? first.Text : WrittenForm.Of(
                first.Text, (beginsSentence && written.Count == 0) || SpokenNumbers.IsMonthOfDate(said, i)));
            var confidence = words.Skip(i).Take(heard).Min(word => word.Confidence);
            var word = new WrittenWord(content, first.Start, last.End, confidence, last.Punctuation);
            if (_filtered.Count == 0) written.Add(word);
            else if (_method == VocabularyFilterMethod.Remove) AddRest(written, word);
            else written.Add(MaskOrTag(word));
            i += heard;
        }

        return written;
    }

    // An engine that writes as people do has written its numbers already. A word of the filter is not hidden in a number, nor a phrase of the vocabulary.
    private NumberPhrase? NumberAt(IReadOnlyList<RecognisedWord> words, List<string> said, int position)
    {
        if (words[position].IsWritten || SpokenNumbers.At(said, position) is not { } number) return null;
        for (var i = position; i < position + number.Words; i++)
        {
            if (_filtered.Contains(said[i]) || _phrases[said[i]].Any(phrase => phrase.IsAt(words, i))) return null;
        }

        return number;
    }

    // A word of the transcript may hold several, or a mark of its own, where a vocabulary says so; the filter is about each of them.
    private WrittenWord MaskOrTag(WrittenWord word)
    {
        var text = word.Content;
        var hits = FilterMatch.Find(text, _filtered).Reverse().ToList(); // from the end, so that places before a change stay true
        if (hits.Count == 0) return word;
        if (_method == VocabularyFilterMethod.Tag) return word with { IsFilterMatch = true };
        foreach (var hit in hits) text = string.Concat(text.AsSpan()[..hit.Start], Masked, text.AsSpan()[hit.End..]);
        return word with { Content = text };
    }

    private void AddRest(List<WrittenWord> written, WrittenWord word)
    {
        var (rest, marks) = FilterRemoval.Apply(word.Content, _filtered);
        if (rest == word.Content)
        {
            written.Add(word);
            return;
        }

        var isGone = !rest.Any(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)); // an emoji is a word, a bracket is none
        if (written.Count > 0)
        {
            var (last, removed) = (written[^1], isGone ? Marks.AfterRemoval(marks, word.Punctuation) : marks);
            written[^1] = last with { Punctuation = Marks.AfterRemoval(last.Punctuation, removed) };
        }

        if (!isGone) written.Add(word with { Content = rest });
    }
}
