using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>A phrase of a vocabulary as the engine's words.</summary>
/// <param name="Words">Never empty.</param>
internal sealed record SpokenPhrase(IReadOnlyList<string> Words, string DisplayAs)
{
    /// <summary>The ways in which the engine may spell the entry: words between hyphens, letters between periods each by itself.</summary>
    public static IEnumerable<SpokenPhrase> Of(VocabularyEntry entry)
    {
        var written = entry.DisplayAs ?? entry.Phrase;
        var pieces = entry.Phrase.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var words = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece is "s" && words is [.., var letter] && letter.EndsWith('.'))
                words[^1] = letter + "s"; // the plural of an acronym: A.B.C.-s
            else if (IsAcronym(piece))
                words.AddRange(piece.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(one => one + "."));
            else
                words.Add(piece);
        }

        if (words.Count == 0) yield break;
        yield return new(words, written);
        if (words[^1].EndsWith(".s", StringComparison.Ordinal)) yield return new([.. words[..^1], words[^1][..^1] + "'s"], written);
        // The engine's dictionary has some terms as one word: well-known, c.d.s, a.m.
        if (words.Count > 1 || pieces.Length > 1)
        {
            yield return new([entry.Phrase], written);
            yield return new([string.Concat(pieces)], written);
        }
    }

    /// <summary>Whether these words, whatever their case, are said from this position on.</summary>
    public bool IsAt(IReadOnlyList<RecognisedWord> words, int position)
    {
        if (position + Words.Count > words.Count) return false;
        for (var i = 0; i < Words.Count; i++)
        {
            if (!string.Equals(words[position + i].Text, Words[i], StringComparison.OrdinalIgnoreCase)) return false;
            if (i > 0 && words[position + i - 1].Punctuation is not null) return false; // a phrase does not reach across a comma
        }

        return true;
    }

    // Single letters with a period each: C.L.I. or U.S.
    private static bool IsAcronym(string piece) =>
        piece.EndsWith('.') && piece.Split('.')[..^1].All(letter => letter.Length == 1 && char.IsLetter(letter[0]));
}
