using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Every word that the decoder considered in its last utterance, with the probability that it was said at that time.</summary>
/// <remarks>
/// The n-best list of the engine is not used: most of its entries are the same words over again, and the hypothesis may not be among them.
/// </remarks>
internal sealed unsafe class WordLattice
{
    private const int Most = 3; // or one doubtful word would take all alternatives of its segment
    private const double Least = 0.01;

    private readonly List<Edge> _edges = []; // by their first frame

    /// <param name="pointer">After the hypothesis has been read, which makes the engine compute the probabilities.</param>
    public WordLattice(PocketSphinxLibrary library, DecoderPointer pointer, nint logMath)
    {
        var lattice = library.Lattice(pointer);
        if (lattice.Value == 0) return;
        for (var at = library.LatticeNodes(lattice); at != 0; at = library.NextNode(at))
        {
            var node = library.NodeAt(at);
            if (PocketSphinxToken.WordOf(Marshal.PtrToStringUTF8((nint)library.NodeWord(lattice, node)) ?? "") is not { } text) continue;
            short ignored;
            var first = library.NodeTimes(node, &ignored, &ignored);
            for (var exit = library.NodeExits(node); exit != 0; exit = library.NextLink(exit))
            {
                var link = library.LinkAt(exit);
                int score;
                var posterior = library.Exp(logMath, library.LinkPosterior(lattice, link, &score));
                _edges.Add(new(text, first, library.LinkTimes(link, &ignored), posterior));
            }
        }

        _edges.Sort((a, b) => a.First.CompareTo(b.First));
    }

    /// <summary>What else may have been said in these frames, most probable first.</summary>
    public IReadOnlyList<WordReading> OthersThan(string word, int first, int last)
    {
        var probabilities = new Dictionary<string, double>();
        foreach (var edge in _edges)
        {
            if (edge.First > last) break;
            // The same stretch by half at least, seen from either of the two.
            var common = Math.Min(edge.Last, last) - Math.Max(edge.First, first) + 1;
            if (edge.Text == word || common * 2 < edge.Last - edge.First + 1 || common * 2 < last - first + 1) continue;
            probabilities[edge.Text] = probabilities.GetValueOrDefault(edge.Text) + edge.Posterior;
        }

        return
        [
            .. probabilities.Where(other => other.Value >= Least)
                .OrderByDescending(other => other.Value).ThenBy(other => other.Key, StringComparer.Ordinal).Take(Most)
                .Select(other => new WordReading(other.Key, Math.Min(other.Value, 1))),
        ];
    }

    private readonly record struct Edge(string Text, int First, int Last, double Posterior);
}
