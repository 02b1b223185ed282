using System.Text;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>The text of a vocabulary or filter, from the request itself or from an object.</summary>
internal sealed class WordListSource(ObjectStore objects, MediaFileUri uris)
{
    /// <summary>The phrases or words, one a line.</summary>
    /// <exception cref="Protocols.ServiceErrorException">LimitExceededException when they are too long together.</exception>
    public static byte[] FromLines(IEnumerable<string?> lines)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        return text.Length <= VocabularyText.MaxBytes ? text : throw TooLong(text.Length);
    }

    /// <summary>The object's bytes.</summary>
    /// <exception cref="Protocols.ServiceErrorException">BadRequestException when there is none; LimitExceededException when it is too long.</exception>
    public async Task<byte[]> FromObjectAsync(string uri, CancellationToken cancellationToken)
    {
        if (uris.Parse(uri) is not { } address || address.Bucket == LocalAwsAccount.ServiceBucket || objects.Open(address.Bucket, address.Key) is not { } file)
            throw TranscribeErrors.BadRequest(TranscribeErrors.MediaNotAccessible);
        await using var body = file.Body;
        if (file.Info.Size > VocabularyText.MaxBytes) throw TooLong(file.Info.Size);
        var text = new byte[file.Info.Size];
        await body.ReadExactlyAsync(text, cancellationToken);
        return text;
    }

    private static Protocols.ServiceErrorException TooLong(long bytes) => TranscribeErrors.LimitExceeded(
        $"The input has {bytes} bytes; it can have up to {VocabularyText.MaxBytes}. Shorten it and try your request again.");
}
