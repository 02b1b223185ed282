namespace TranscribeConsole.Transcripts.Archive;

/// <summary>A file of an archive that comes to be with its first byte.</summary>
internal sealed class EntryStream(Func<Task<Stream>> open) : ForwardOnlyStream
{
    private Stream? _entry;
    private long _length;

    public bool IsOpen => _entry is not null;

    /// <summary>Bytes written so far.</summary>
    public override long Length => _length;

    public async Task OpenAsync() => _entry ??= await open();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return;
        await OpenAsync();
        await _entry!.WriteAsync(buffer, cancellationToken);
        _length += buffer.Length;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_entry is not null) await _entry.DisposeAsync();
        await base.DisposeAsync();
    }
}
