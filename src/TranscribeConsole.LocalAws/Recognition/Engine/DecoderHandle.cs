using Microsoft.Win32.SafeHandles;

namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>Owns one native decoder, about 91 MB of it.</summary>
internal sealed class DecoderHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly PocketSphinxLibrary _library;

    public DecoderHandle(PocketSphinxLibrary library, nint decoder)
        : base(ownsHandle: true)
    {
        _library = library;
        SetHandle(decoder);
    }

    /// <summary>Valid while the caller keeps this handle from being disposed.</summary>
    public DecoderPointer Pointer => new(handle);

    protected override unsafe bool ReleaseHandle()
    {
        _ = _library.Free(handle);
        return true;
    }
}
