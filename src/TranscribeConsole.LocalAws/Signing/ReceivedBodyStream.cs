using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The server's body stream, with the server's complaints about a body that ends too early or stalls in S3's words.</summary>
internal sealed class ReceivedBodyStream(Stream body) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status400BadRequest)
        {
            throw PayloadErrors.Incomplete();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            throw PayloadErrors.TimedOut();
        }
    }
}
