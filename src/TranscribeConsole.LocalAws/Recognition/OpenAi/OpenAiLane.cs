using TranscribeConsole.LocalAws.Recognition.Languages;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>One media file's stretches on their way to the server.</summary>
/// <remarks>
/// Not thread-safe. Where one language is to be identified, stretches go one by one until enough speech was heard to tell; what was
/// taken for another language until then is sent once more with the one that was found.
/// </remarks>
internal sealed class OpenAiLane(MediaToTranscribe media, PatientSpeechClient client, FairSlots.Line line, int lookAhead) : IRecogniserLane
{
    private readonly SemaphoreSlim _free = new(lookAhead);
    private readonly CancellationTokenSource _closed = new();
    private readonly LanguageTally _tally = new(media.Language);
    private readonly List<UndecidedStretch> _undecided = [];
    private readonly List<Task<RecognisedStretch>> _running = []; // with several languages to identify

    public async Task<Task<RecognisedStretch>> BeginAsync(short[] samples, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        if (media.Language.Identification == LanguageIdentification.Single && _tally.Decided is null) return await HearAsync(samples, cancellationToken);
        return RunAsync(samples, media.Language.Code ?? _tally.Decided);
    }

    public Task<IdentifiedLanguages?> CompleteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (media.Language.Identification == LanguageIdentification.Single && _tally.Decided is null) Decide();
        return media.Language.Identification == LanguageIdentification.Multiple ? DurationsAsync(cancellationToken) : Task.FromResult(_tally.Scores());
    }

    public void Dispose()
    {
        _closed.Cancel();
        foreach (var stretch in _undecided) stretch.Done.TrySetCanceled();
    }

    private async Task<Task<RecognisedStretch>> HearAsync(short[] samples, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
            var answer = await AskAsync(samples, languageCode: null, either.Token);
            if (answer.Words.Count == 0) return Task.FromResult(answer); // nothing to hear in any language
            var stretch = new UndecidedStretch(samples, answer);
            _undecided.Add(stretch);
            _tally.Add(stretch.Answer, stretch.Duration);
            if (_tally.IsEnough) Decide();
            return stretch.Done.Task;
        }
        finally
        {
            _free.Release(); // what is undecided must not keep others from being heard
        }
    }

    private void Decide()
    {
        var language = _tally.Decide();
        foreach (var stretch in _undecided)
        {
            if (stretch.Answer.LanguageCode == language) stretch.Done.TrySetResult(stretch.Answer);
            else _ = CompleteAsync(stretch, language);
        }

        _undecided.Clear();
    }

    private async Task CompleteAsync(UndecidedStretch stretch, string language)
    {
        try
        {
            stretch.Done.TrySetResult(await AskAsync(stretch.Samples, language, _closed.Token));
        }
        catch (Exception e) // handed to whoever waits for the stretch
        {
            stretch.Done.TrySetException(e);
        }
    }

    private Task<RecognisedStretch> RunAsync(short[] samples, string? languageCode)
    {
        var run = RunInPlaceAsync(samples, languageCode);
        if (media.Language.Identification == LanguageIdentification.Multiple) _running.Add(run);
        return run;
    }

    private async Task<RecognisedStretch> RunInPlaceAsync(short[] samples, string? languageCode)
    {
        try
        {
            var stretch = await AskAsync(samples, languageCode, _closed.Token);
            if (media.Language is not { Identification: LanguageIdentification.Multiple, Options: [var closest, ..] }) return stretch;
            // None of the languages that the job allows: it is heard as the first of them.
            return stretch.LanguageCode is null && stretch.Words.Count > 0 ? await AskAsync(samples, closest, _closed.Token) : stretch;
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<IdentifiedLanguages?> DurationsAsync(CancellationToken cancellationToken)
    {
        foreach (var stretch in await Task.WhenAll(_running).WaitAsync(cancellationToken))
            _tally.Add(stretch, stretch.Words is [] ? TimeSpan.Zero : stretch.Words[^1].End - stretch.Words[0].Start);
        return _tally.Durations();
    }

    private async Task<RecognisedStretch> AskAsync(short[] samples, string? languageCode, CancellationToken cancellationToken)
    {
        using var slot = await line.EnterAsync(cancellationToken);
        var language = languageCode is null ? null : WhisperLanguages.CodeOf(languageCode);
        var answer = await client.TranscribeAsync(
            media.JobName, new SpeechRequest(samples, language, SpeechPrompt.Of(media.WordsOf(languageCode).Terms)), cancellationToken);
        var code = languageCode ?? WhisperLanguages.ServiceCodeOf(answer.Language, media.Language.Options);
        return new(AnswerWords.Of(answer, UndecidedStretch.DurationOf(samples)), code);
    }
}
