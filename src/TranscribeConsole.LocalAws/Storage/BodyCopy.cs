using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>
/// Writes a received body to its file and computes its MD5. MD5 is slow and can't be divided, so it has a core
/// to itself: while one piece is hashed, it is written and the next is received.
/// </summary>
internal static class BodyCopy
{
    private const int PieceSize = 512 * 1024;
    private const int SmallPieceSize = 64 * 1024;
    private const long WritebackStep = 8 * 1024 * 1024; // the disk begins early, so that the final sync has little left to wait for

    /// <param name="start">The beginning of the body, which has been received already.</param>
    /// <returns>Size, and MD5 in lower-case hex. Nothing is synced yet.</returns>
    public static async Task<(long Size, string Md5)> RunAsync(ReadOnlyMemory<byte> start, Stream rest, FileStream to, long length, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(start.Span);
        to.Write(start.Span);
        var pieceSize = length is > 0 and <= SmallPieceSize ? SmallPieceSize : PieceSize;
        var (receiving, hashing) = (ArrayPool<byte>.Shared.Rent(pieceSize), ArrayPool<byte>.Shared.Rent(pieceSize));
        var hashed = Task.CompletedTask;
        try
        {
            long size = start.Length;
            int read;
            while ((read = await rest.ReadAtLeastAsync(receiving, receiving.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
            {
                await hashed;
                (receiving, hashing) = (hashing, receiving);
                var piece = hashing.AsMemory(0, read);
                hashed = Task.Run(() => md5.AppendData(piece.Span), CancellationToken.None);
                to.Write(piece.Span);
                if ((size + read) / WritebackStep > size / WritebackStep) StartWriteback(to.SafeFileHandle, size + read);
                size += read;
            }

            await hashed;
            return (size, Convert.ToHexStringLower(md5.GetHashAndReset()));
        }
        finally
        {
            await hashed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it uses the buffer and the hash
            ArrayPool<byte>.Shared.Return(receiving);
            ArrayPool<byte>.Shared.Return(hashing);
        }
    }

    private static void StartWriteback(SafeFileHandle file, long end) =>
        Posix.StartWriteback(file, Math.Max(0, end - WritebackStep - PieceSize), WritebackStep + PieceSize);
}
