using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Web.Components.Messages;

namespace TranscribeConsole.Web.Components.Pages.Resources;

/// <summary>What the pages that save a vocabulary, a filter or a model share: checks first, one request at a time, refusals at their fields.</summary>
public abstract class SavePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    protected SavePage(string prefix) => Errors = new FormErrors(prefix);

    [Inject] protected ResourceForms Rules { get; set; } = default!;

    [Inject] internal MessageBar Messages { get; set; } = default!;

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    protected FormErrors Errors { get; }

    /// <summary>Why it was not saved, where no field is known.</summary>
    protected string? Failure { get; set; }

    /// <summary>Why <see cref="ReadAsync"/> failed the last time; null: it did not.</summary>
    protected AwsFailureException? NotRead { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Something was entered.</summary>
    internal bool Touched { get; private set; }

    /// <summary>It is saved: the page may be left.</summary>
    internal bool Saved { get; private set; }

    /// <summary>The S3 browser is open.</summary>
    protected bool Browsing { get; set; }

    protected CancellationToken Stopped => _stop.Token;

    /// <summary>Fields that a refusal of the service can be about.</summary>
    protected abstract IReadOnlyList<string> Fields { get; }

    /// <summary>The rules that the form breaks.</summary>
    protected abstract IReadOnlyList<FieldError> Check();

    /// <summary>Sends the form.</summary>
    /// <exception cref="AwsFailureException">The service refuses.</exception>
    protected abstract Task SendAsync(CancellationToken cancellationToken);

    /// <summary>It is saved: says so and goes on.</summary>
    protected abstract void Finish();

    /// <summary>The form for the browser to keep; null: this one is not kept.</summary>
    protected virtual KeptResource? Kept() => null;

    /// <summary>Goes on with what the browser has kept.</summary>
    protected virtual void Fill(KeptResource kept)
    {
    }

    /// <summary>Brings a row that has to be mended on screen.</summary>
    protected virtual void Show(int row)
    {
    }

    /// <summary>The sentence for a refusal that is about no field.</summary>
    protected virtual string Explain(AwsFailureException failure) => failure.Message;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>When what is edited was saved last, as it was read; null: it is new.</summary>
    protected DateTimeOffset? Version { get; set; }

    /// <summary>Saving replaces everything: what somebody else has saved meanwhile must not be lost unseen.</summary>
    /// <param name="now">When it was saved last, as the service says now; null: it is gone, and the service will say so.</param>
    /// <param name="noun">For example <c>vocabulary</c>.</param>
    /// <exception cref="AwsFailureException">It was changed; the next attempt goes on.</exception>
    protected void RefuseOnceIfChanged(DateTimeOffset? now, string noun)
    {
        if (now is null || Version is null || now == Version) return;
        Version = now;
        throw new AwsFailureException(AwsFailureKind.Conflict, $"Somebody else has saved this {noun} since you opened it. Saving once more replaces what they entered by what stands here; to see theirs first, open the {noun} in another tab.");
    }

    protected string Write() => (Kept() is { } kept ? kept with { BasedOn = Version } : null)?.Write() ?? "null";

    /// <returns>False: the text is no form.</returns>
    protected bool Restore(string text)
    {
        if (KeptResource.Read(text) is not { } kept) return false;
        Fill(kept);
        Version = kept.BasedOn ?? Version;
        Changed();
        StateHasChanged();
        return true;
    }

    /// <summary>The form is as new.</summary>
    protected void BeginAnew()
    {
        Touched = false;
        Failure = null;
        Errors.Tried([]);
    }

    /// <summary>After every change of the form.</summary>
    protected void Changed()
    {
        Touched = true;
        if (Errors.Any) Errors.Keep(Check());
    }

    protected async Task SaveAsync()
    {
        if (Busy) return;
        Failure = null;
        if (!Errors.Tried(Check()))
        {
            if (Errors.FirstRow is { } row) Show(row);
            return;
        }

        Busy = true;
        try
        {
            await SendAsync(Stopped);
            Saved = true;
            Finish();
        }
        catch (AwsFailureException e)
        {
            if (ResourceForms.Locate(e, [.. Fields]) is { } error) Errors.Tried([error]);
            else Failure = Explain(e);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Reads what is edited, once.</summary>
    /// <returns>False: it failed, and <see cref="NotRead"/> says why.</returns>
    protected async Task<bool> ReadAsync(Func<CancellationToken, Task> read)
    {
        try
        {
            await read(Stopped);
            NotRead = null;
            return true;
        }
        catch (AwsFailureException e)
        {
            NotRead = e;
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
        }

        return false;
    }
}
