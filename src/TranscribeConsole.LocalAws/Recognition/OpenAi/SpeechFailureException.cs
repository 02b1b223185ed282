namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Why one request failed; the message is the end of a sentence that begins with the server: "it answered 503".</summary>
/// <param name="mayPass">Whether another try makes sense.</param>
/// <param name="retryAfter">How long the server asks to be left alone; null: it does not.</param>
internal sealed class SpeechFailureException(string what, bool mayPass, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(what, cause)
{
    public bool MayPass { get; } = mayPass;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
