using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>
/// Takes vocabularies from PENDING to READY or FAILED. What to check is always asked of the database, so after a restart it goes on
/// where it was.
/// </summary>
internal sealed partial class VocabularyChecker(WordListStore lists, TimeProvider time, ILogger<VocabularyChecker> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there may be a vocabulary to check.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                foreach (var vocabulary in lists.Pending()) await CheckAsync(vocabulary, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException) // an unreadable row or disk must not end the checks
            {
                Log.Failed(logger, e);
                await Task.Delay(RetryDelay, time, stoppingToken);
                Wake();
            }

            await _wake.Reader.ReadAsync(stoppingToken);
        }
    }

    private async Task CheckAsync(WordList vocabulary, CancellationToken cancellationToken)
    {
        if (await lists.ReadAsync(vocabulary, cancellationToken) is not { } text) return;
        await lists.CheckedAsync(vocabulary, VocabularyText.Read(text, vocabulary.LanguageCode).FailureReason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Vocabularies could not be checked; trying again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
