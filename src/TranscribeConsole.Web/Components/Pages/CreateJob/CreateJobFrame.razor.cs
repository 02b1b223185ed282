using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Components.Navigation;
using TranscribeConsole.Components.Wizard;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Keeps the draft in step with its copy in the browser, and the request with the form.</summary>
public sealed partial class CreateJobFrame : IDisposable
{
    /// <summary>The first change is kept at once; those that follow closely, as in typing, after a pause.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly IReadOnlyList<WizardStep> Steps =
        [new("Specify job details", "create-job"), new("Configure job", "create-job/configure", Optional: true)];

    private static readonly IReadOnlyList<Crumb> Crumbs = [new("TranscribeConsole", ""), new("Transcription jobs", "jobs"), new("Create job")];

    private readonly CancellationTokenSource _stop = new();
    private readonly ResourceCreation _creation;
    private ElementReference _form;
    private FormGate? _gate;
    private RequestPanel? _request;
    private bool _begun;
    private int _change;
    private long _settled;

    public CreateJobFrame() => _creation = new ResourceCreation(StateHasChanged);

    [Inject] private JobDraft Draft { get; set; } = default!;

    [Inject] private WizardScript Script { get; set; } = default!;

    [Inject] private JobStart Start { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <summary>1 or 2.</summary>
    [Parameter, EditorRequired] public int Step { get; set; }

    /// <summary>Nothing may be changed: the form is being filled, or the job started.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback OnSubmit { get; set; }

    /// <summary>The draft has been read from the browser. The page renders itself when that changes it.</summary>
    [Parameter] public Func<Task>? OnLoaded { get; set; }

    /// <summary>The draft was changed by the frame itself.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    /// <summary>What there is to say, over the panels.</summary>
    [Parameter] public RenderFragment? Notice { get; set; }

    /// <summary>What goes on, over the buttons.</summary>
    [Parameter] public RenderFragment? Progress { get; set; }

    [Parameter, EditorRequired] public RenderFragment? ChildContent { get; set; }

    /// <summary>Outside the form: Enter in a dialog is not Enter in the form.</summary>
    [Parameter] public RenderFragment? Dialogs { get; set; }

    [Parameter, EditorRequired] public RenderFragment? Buttons { get; set; }

    protected override void OnInitialized() => Draft.DismissCleared(); // that was said on the other step

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await BeginAsync();
        else if (_begun) await SettleAsync(); // the page renders after each change of the form
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task BeginAsync()
    {
        await Script.ConnectAsync(Assets);
        if (Draft.Batch is { IsComplete: false })
        {
            Navigation.NavigateTo("create-job/jobs", replace: true);
            return;
        }

        if (Draft.Batch is not null) Draft.Reset(); // an earlier one, which is done
        if (await Start.WasStartedAsync())
        {
            Start.Finish();
            return;
        }

        if (OnLoaded is not null) await OnLoaded();
        if (_stop.IsCancellationRequested) return; // gone to the other step
        if (Draft.WasRestored || Draft.IsTouched) StateHasChanged();
        _gate?.Open(); // by itself: rendering an untouched form again would keep all of it twice. And not before: what is typed is watched from here on
        await Script.BeginAsync(_form);
        _begun = true;
        if (_request is not null) await _request.BeginAsync();
        await SettleAsync(); // choices made again meanwhile
    }

    private async Task SettleAsync()
    {
        var change = ++_change;
        try
        {
            if (Time.GetElapsedTime(_settled) < Pause) await Task.Delay(Pause, Time, _stop.Token);
            if (change != _change) return;
            _settled = Time.GetTimestamp();
            await Script.KeepAsync();
            _request?.Refresh();
        }
        catch (OperationCanceledException)
        {
            // Left: what was entered is kept by the step that follows.
        }
    }
}
