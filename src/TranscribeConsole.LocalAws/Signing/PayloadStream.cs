namespace TranscribeConsole.LocalAws.Signing;

/// <summary>
/// A body under verification. The read that takes the last announced byte, or that finds the end when no length was announced,
/// returns only after everything declared of the body has proved true; otherwise it throws, as does every read after it.
/// </summary>
internal sealed class PayloadStream(Stream content, PayloadChecks checks) : ReadOnlyStream
{
    private readonly byte[] _probe = new byte[1];
    private Exception? _failure;
    private bool _isComplete;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_failure is not null) throw _failure;
        if (_isComplete || buffer.IsEmpty) return 0;
        try
        {
            return await ReadCheckedAsync(buffer, cancellationToken);
        }
        catch (Protocols.ServiceErrorException e)
        {
            _failure = e;
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            checks.Dispose();
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadCheckedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        checks.Append(buffer.Span[..read]);
        if (read > 0 && !checks.IsFull) return read;

        // What follows the last byte belongs to the request as well: trailers, or bytes too many.
        if (read > 0 && await content.ReadAsync(_probe, cancellationToken) > 0) throw PayloadErrors.Incomplete();
        checks.Complete((content as AwsChunkedStream)?.Trailers ?? []);
        _isComplete = true;
        return read;
    }
}
