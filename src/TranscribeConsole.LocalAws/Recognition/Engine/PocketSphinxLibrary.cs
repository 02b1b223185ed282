using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>The functions of libpocketsphinx 0.8+5prealpha (<c>.so.3</c>) that are used here. Thread-safe; its decoders are not.</summary>
/// <remarks>
/// Function pointers and not <c>[LibraryImport]</c>: the names to try are a parameter, and a resolver would be static state.
/// A loaded library stays loaded, because a worker may be inside it to the end of the process.
/// </remarks>
internal sealed unsafe class PocketSphinxLibrary
{
    public const string EngineName = "PocketSphinx";

    /// <summary>The interface that the functions below belong to; the library has no call that states its version.</summary>
    public const string Version = "5prealpha";

    private PocketSphinxLibrary(nint engine, nint basis)
    {
        Args = (delegate* unmanaged[Cdecl]<nint>)Function(engine, "ps_args");
        Init = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_init");
        Free = (delegate* unmanaged[Cdecl]<nint, int>)Function(engine, "ps_free");
        StartStream = (delegate* unmanaged[Cdecl]<DecoderPointer, int>)Function(engine, "ps_start_stream");
        StartUtterance = (delegate* unmanaged[Cdecl]<DecoderPointer, int>)Function(engine, "ps_start_utt");
        EndUtterance = (delegate* unmanaged[Cdecl]<DecoderPointer, int>)Function(engine, "ps_end_utt");
        ProcessRaw = (delegate* unmanaged[Cdecl]<DecoderPointer, short*, nuint, int, int, int>)Function(engine, "ps_process_raw");
        GetLogMath = (delegate* unmanaged[Cdecl]<DecoderPointer, nint>)Function(engine, "ps_get_logmath");
        Words = (delegate* unmanaged[Cdecl]<DecoderPointer, WordPointer>)Function(engine, "ps_seg_iter");
        NextWord = (delegate* unmanaged[Cdecl]<WordPointer, WordPointer>)Function(engine, "ps_seg_next");
        WordText = (delegate* unmanaged[Cdecl]<WordPointer, byte*>)Function(engine, "ps_seg_word");
        WordFrames = (delegate* unmanaged[Cdecl]<WordPointer, int*, int*, void>)Function(engine, "ps_seg_frames");
        WordPosterior = (delegate* unmanaged[Cdecl]<WordPointer, int*, int*, int*, int>)Function(engine, "ps_seg_prob");
        Lattice = (delegate* unmanaged[Cdecl]<DecoderPointer, LatticePointer>)Function(engine, "ps_get_lattice");
        LatticeNodes = (delegate* unmanaged[Cdecl]<LatticePointer, nint>)Function(engine, "ps_latnode_iter");
        NextNode = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_latnode_iter_next");
        NodeAt = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_latnode_iter_node");
        NodeWord = (delegate* unmanaged[Cdecl]<LatticePointer, nint, byte*>)Function(engine, "ps_latnode_baseword");
        NodeTimes = (delegate* unmanaged[Cdecl]<nint, short*, short*, int>)Function(engine, "ps_latnode_times");
        NodeExits = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_latnode_exits");
        NextLink = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_latlink_iter_next");
        LinkAt = (delegate* unmanaged[Cdecl]<nint, nint>)Function(engine, "ps_latlink_iter_link");
        LinkTimes = (delegate* unmanaged[Cdecl]<nint, short*, int>)Function(engine, "ps_latlink_times");
        LinkPosterior = (delegate* unmanaged[Cdecl]<LatticePointer, nint, int*, int>)Function(engine, "ps_latlink_prob");
        ParseConfiguration = (delegate* unmanaged[Cdecl]<nint, nint, int, byte**, int, nint>)Function(basis, "cmd_ln_parse_r");
        FreeConfiguration = (delegate* unmanaged[Cdecl]<nint, int>)Function(basis, "cmd_ln_free_r");
        Exp = (delegate* unmanaged[Cdecl]<nint, int, double>)Function(basis, "logmath_exp");
        SetLogFile = (delegate* unmanaged[Cdecl]<nint, void>)Function(basis, "err_set_logfp");
        SetLogFile(0); // It writes hundreds of lines to stderr otherwise.
    }

    public delegate* unmanaged[Cdecl]<nint> Args { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> Init { get; }
    public delegate* unmanaged[Cdecl]<nint, int> Free { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, int> StartStream { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, int> StartUtterance { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, int> EndUtterance { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, short*, nuint, int, int, int> ProcessRaw { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, nint> GetLogMath { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, WordPointer> Words { get; }
    public delegate* unmanaged[Cdecl]<WordPointer, WordPointer> NextWord { get; }
    public delegate* unmanaged[Cdecl]<WordPointer, byte*> WordText { get; }
    public delegate* unmanaged[Cdecl]<WordPointer, int*, int*, void> WordFrames { get; }
    public delegate* unmanaged[Cdecl]<WordPointer, int*, int*, int*, int> WordPosterior { get; }
    public delegate* unmanaged[Cdecl]<DecoderPointer, LatticePointer> Lattice { get; }
    public delegate* unmanaged[Cdecl]<LatticePointer, nint> LatticeNodes { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> NextNode { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> NodeAt { get; }
    public delegate* unmanaged[Cdecl]<LatticePointer, nint, byte*> NodeWord { get; }
    public delegate* unmanaged[Cdecl]<nint, short*, short*, int> NodeTimes { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> NodeExits { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> NextLink { get; }
    public delegate* unmanaged[Cdecl]<nint, nint> LinkAt { get; }
    public delegate* unmanaged[Cdecl]<nint, short*, int> LinkTimes { get; }
    public delegate* unmanaged[Cdecl]<LatticePointer, nint, int*, int> LinkPosterior { get; }
    public delegate* unmanaged[Cdecl]<nint, nint, int, byte**, int, nint> ParseConfiguration { get; }
    public delegate* unmanaged[Cdecl]<nint, int> FreeConfiguration { get; }
    public delegate* unmanaged[Cdecl]<nint, int, double> Exp { get; }
    public delegate* unmanaged[Cdecl]<nint, void> SetLogFile { get; }

    /// <exception cref="RecogniserUnavailableException">Not installed, or another version.</exception>
    public static PocketSphinxLibrary Load(IEnumerable<string> engineNames, IEnumerable<string> baseNames)
    {
        var engine = TryLoad(engineNames) ?? throw new RecogniserUnavailableException(RecogniserInstallation.Missing(EngineName));
        // Version 5 swallowed sphinxbase and took other calls to configure a decoder.
        if (NativeLibrary.TryGetExport(engine, "ps_config_init", out _))
            throw new RecogniserUnavailableException(
                "The built-in recogniser cannot run: PocketSphinx 5 was found, which has another interface. "
                + $"Install the supported one with: {RecogniserInstallation.InstallCommand}");
        var basis = TryLoad(baseNames) ?? throw new RecogniserUnavailableException(RecogniserInstallation.Missing("libsphinxbase"));
        return new PocketSphinxLibrary(engine, basis);
    }

    private static nint? TryLoad(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library)) return library;
        }

        return null;
    }

    private static nint Function(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var function)
        ? function
        : throw new RecogniserUnavailableException(
            $"The built-in recogniser cannot run: the installed PocketSphinx has no {name}. "
            + $"Install the supported one with: {RecogniserInstallation.InstallCommand}");
}

/// <summary>A <c>ps_decoder_t *</c>.</summary>
internal readonly record struct DecoderPointer(nint Value);

/// <summary>A <c>ps_lattice_t *</c>, the decoder's own: valid until its next utterance; 0 when there is none.</summary>
internal readonly record struct LatticePointer(nint Value);

/// <summary>A <c>ps_seg_t *</c>: a position in the words of the last utterance; 0 after the last one.</summary>
internal readonly record struct WordPointer(nint Value);
