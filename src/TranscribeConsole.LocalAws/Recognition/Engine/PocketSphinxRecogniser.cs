using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>One PocketSphinx decoder for US English.</summary>
internal sealed unsafe class PocketSphinxRecogniser(PocketSphinxLibrary library, DecoderHandle decoder) : ISegmentRecogniser
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(10);

    /// <exception cref="RecogniserUnavailableException">Not installed, or it does not start.</exception>
    public static PocketSphinxRecogniser Create(RecogniserInstallation installation, RecognitionPreset preset)
    {
        var library = PocketSphinxLibrary.Load(installation.EngineLibraries, installation.BaseLibraries);
        var model = installation.FindModel()
            ?? throw new RecogniserUnavailableException(RecogniserInstallation.Missing("its US English model"));
        return new PocketSphinxRecogniser(library, PocketSphinxConfiguration.CreateDecoder(library, model, preset));
    }

    /// <exception cref="InvalidOperationException">The engine failed on these samples.</exception>
    public IReadOnlyList<RecognisedWord> Recognise(ReadOnlySpan<short> samples, bool withOthers)
    {
        var pointer = decoder.Pointer;
        // Forgets the noise of earlier segments, so that the words do not depend on which decoder took which segment.
        Check(library.StartStream(pointer), "ps_start_stream");
        Check(library.StartUtterance(pointer), "ps_start_utt");
        int processed;
        fixed (short* data = samples)
            processed = library.ProcessRaw(pointer, data, (nuint)samples.Length, 0, 1); // 1: the whole utterance, whose mean is then known
        Check(library.EndUtterance(pointer), "ps_end_utt");
        Check(processed, "ps_process_raw");
        var words = ReadWords(pointer, withOthers);
        GC.KeepAlive(decoder);
        return words;
    }

    public void Dispose() => decoder.Dispose();

    private List<RecognisedWord> ReadWords(DecoderPointer pointer, bool withOthers)
    {
        var logMath = library.GetLogMath(pointer);
        var words = new List<RecognisedWord>();
        var word = library.Words(pointer);
        var lattice = withOthers && word.Value != 0 ? new WordLattice(library, pointer, logMath) : null;
        while (word.Value != 0)
        {
            if (ReadWord(logMath, word, lattice) is { } read) words.Add(read);
            word = library.NextWord(word); // Frees itself at the end.
        }

        return words;
    }

    private RecognisedWord? ReadWord(nint logMath, WordPointer word, WordLattice? lattice)
    {
        var text = Marshal.PtrToStringUTF8((nint)library.WordText(word)) ?? "";
        if (PocketSphinxToken.WordOf(text) is not { } content) return null;
        int first, last, acoustic, language, back;
        library.WordFrames(word, &first, &last);
        var posterior = library.Exp(logMath, library.WordPosterior(word, &acoustic, &language, &back));
        return new RecognisedWord(content, first * Frame, (last + 1) * Frame, Math.Clamp(posterior, 0, 1))
        {
            Others = lattice?.OthersThan(content, first, last) ?? [],
        };
    }

    private static void Check(int result, string function)
    {
        if (result < 0) throw new InvalidOperationException($"PocketSphinx failed in {function}.");
    }
}
