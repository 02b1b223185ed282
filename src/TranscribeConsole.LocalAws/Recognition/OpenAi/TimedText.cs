namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>The letters of an answer with their times: those of its words, else spread over its segments, else over the whole stretch.</summary>
internal sealed class TimedText
{
    private readonly List<Piece> _pieces = [];

    public TimedText(SpeechAnswer answer, TimeSpan duration)
    {
        var segments = (answer.Segments ?? []).OfType<SpeechAnswerSegment>().ToList();
        foreach (var word in (answer.Words ?? []).OfType<SpeechAnswerWord>())
            Add(word.Word, word.Start, word.End, word.Probability ?? ConfidenceAt(segments, word.Start));
        HasWords = Letters > 0;
        if (!HasWords)
        {
            foreach (var segment in segments) Add(segment.Text, segment.Start, segment.End, ConfidenceOf(segment));
        }

        if (Letters == 0) Add(answer.Text, 0, duration.TotalSeconds, null);
        // The text is what people read; words and segments without one still have theirs.
        Text = HasWords && SpokenText.Letters(answer.Text) > 0 ? answer.Text! : string.Join(' ', _pieces.Select(piece => piece.Text));
        Scale = Letters == 0 ? 0 : (double)Letters / Math.Max(1, SpokenText.Letters(Text));
    }

    /// <summary>Whether the answer has times of its words.</summary>
    public bool HasWords { get; }

    public string Text { get; }

    // Letters of the pieces per letter of the text: 1 unless the server writes its words otherwise than its text, as "25" and "twenty five".
    private double Scale { get; }

    private int Letters => _pieces.Count == 0 ? 0 : _pieces[^1].First + _pieces[^1].Letters;

    /// <summary>Seconds at which a letter of the text begins.</summary>
    public double StartOf(int letter)
    {
        var position = Math.Min(letter * Scale, Letters - 1);
        var piece = PieceAt(position);
        return piece.Start + (position - piece.First) / piece.Letters * (piece.End - piece.Start);
    }

    /// <summary>Seconds at which a letter of the text ends.</summary>
    public double EndOf(int letter)
    {
        var position = Math.Min((letter + 1) * Scale, Letters);
        var piece = PieceAt(Math.Max(0, position - Math.Min(Scale, 1) / 2));
        return piece.Start + Math.Min(1, (position - piece.First) / piece.Letters) * (piece.End - piece.Start);
    }

    public double? ConfidenceOf(int letter) => PieceAt(Math.Min(letter * Scale, Letters - 1)).Confidence;

    /// <summary>Whether a word of the answer begins with this letter; true for each where it has no words.</summary>
    public bool BeginsWord(int letter)
    {
        if (!HasWords) return true;
        var position = letter * Scale;
        return position - PieceAt(Math.Min(position, Letters - 1)).First < Scale;
    }

    private void Add(string? text, double start, double end, double? confidence)
    {
        var letters = SpokenText.Letters(text);
        if (letters > 0) _pieces.Add(new Piece(text!.Trim(), Letters, letters, start, Math.Max(start, end), confidence));
    }

    private Piece PieceAt(double position)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].First <= position) low = middle;
            else high = middle - 1;
        }

        return _pieces[low];
    }

    private static double? ConfidenceAt(List<SpeechAnswerSegment> segments, double seconds) =>
        segments.Find(segment => segment.End >= seconds) is { } segment ? ConfidenceOf(segment) : null;

    private static double? ConfidenceOf(SpeechAnswerSegment segment) => segment.AvgLogprob is { } logarithm ? Math.Exp(Math.Min(0, logarithm)) : null;

    private sealed record Piece(string Text, int First, int Letters, double Start, double End, double? Confidence);
}
