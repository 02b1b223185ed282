namespace TranscribeConsole.Transcripts;

/// <summary>Toxicity of a stretch of speech: an entry of <c>results.toxicity_detection</c>.</summary>
/// <param name="Toxicity">Overall score, 0 to 1.</param>
/// <param name="Categories">Scores by category, in the file's order.</param>
public sealed record ToxicSegment(
    string Text, double Toxicity, IReadOnlyList<KeyValuePair<string, double>> Categories, TimeSpan Start, TimeSpan End);
