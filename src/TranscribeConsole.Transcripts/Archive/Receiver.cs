namespace TranscribeConsole.Transcripts.Archive;

/// <summary>Where the archive goes; never written synchronously. Remembers whether writing to it failed, which no other job can mend.</summary>
/// <remarks>
/// ZipArchive ends an entry by synchronous writes, even when it is disposed asynchronously: the rest of the compressed data, some kilobytes. They wait
/// here for the next asynchronous write.
/// </remarks>
internal sealed class Receiver(Stream to) : ForwardOnlyStream
{
    private readonly MemoryStream _waiting = new();

    public bool IsGone { get; private set; }

    /// <summary>What is still written is dropped: an archive that breaks off must not look like a whole one.</summary>
    public void GiveUp() => IsGone = true;

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendWaitingAsync(cancellationToken);
        await SendAsync(buffer, cancellationToken);
    }

    /// <summary>Sends what was written synchronously.</summary>
    public async ValueTask SendWaitingAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Length == 0) return;
        await SendAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
        _waiting.SetLength(0);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => IsGone ? Task.CompletedTask : to.FlushAsync(cancellationToken);

    private async ValueTask SendAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        if (IsGone) return;
        var sent = false;
        try
        {
            await to.WriteAsync(buffer, cancellationToken);
            sent = true;
        }
        finally
        {
            IsGone |= !sent;
        }
    }
}
