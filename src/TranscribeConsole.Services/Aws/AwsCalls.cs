using Microsoft.Extensions.Logging;

namespace TranscribeConsole.Services.Aws;

/// <summary>Runs calls of the SDK so that only <see cref="AwsFailureException"/> leaves the service layer.</summary>
internal static partial class AwsCalls
{
    public const string S3 = "Amazon S3";
    public const string Transcribe = "Amazon Transcribe";
    public const string Sts = "AWS Security Token Service";

    /// <inheritdoc cref="RunAsync{T}(string, string, ILogger, Func{Task{T}}, CancellationToken)"/>
    public static Task<T> RunAsync<T>(string service, ILogger logger, Func<Task<T>> call, CancellationToken cancellationToken) =>
        RunAsync(service, null, logger, call, cancellationToken);

    /// <param name="permission">What the credentials need for the call, for example <c>transcribe:StartTranscriptionJob</c>; null: not known.</param>
    /// <exception cref="AwsFailureException">The call failed; logged here when an operator has to know.</exception>
    public static async Task<T> RunAsync<T>(string service, string? permission, ILogger logger, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (AwsErrors.Covers(e, cancellationToken))
        {
            var failure = AwsErrors.Translate(e, service, permission);
            if (failure.Kind is AwsFailureKind.Unavailable or AwsFailureKind.Throttled or AwsFailureKind.Denied or AwsFailureKind.Credentials)
                CallFailed(logger, service, failure.Kind, e);
            throw failure;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Service} did not do what was asked: {Kind}.")]
    private static partial void CallFailed(ILogger logger, string service, AwsFailureKind kind, Exception exception);
}
