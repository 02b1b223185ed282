using System.Text;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Services.WordLists;

/// <summary>Reads the small texts that the service keeps.</summary>
internal static class StoredText
{
    // A text that was accepted is no longer than the service takes; twice that leaves room for what it may add.
    private const int Slack = 2;

    /// <exception cref="AwsFailureException">It is much longer than the service would have taken.</exception>
    public static async Task<string> ReadAsync(ResultFile file, int maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new byte[(maxBytes * Slack) + 1];
        var length = await file.Content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == bytes.Length) throw new AwsFailureException(AwsFailureKind.BadRequest, "The stored text is longer than the service allows. Download it to see it.");
        var text = bytes.AsSpan(0, length);
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) text = text[3..];
        return Encoding.UTF8.GetString(text).ReplaceLineEndings("\n");
    }
}
