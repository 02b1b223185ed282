using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>What the panels of the wizard share: the draft, its rules, and the way to tell the page of a change, so that the other panels follow.</summary>
public abstract class JobPanel : ComponentBase
{
    [Inject] protected JobRules Rules { get; set; } = default!;

    [Inject] protected ServiceLimits Limits { get; set; } = default!;

    [Inject] protected BackendCapabilities Backend { get; set; } = default!;

    /// <summary>Handed over, not injected: so the panel renders whenever its page does, and follows the others.</summary>
    [Parameter, EditorRequired] public JobDraft Draft { get; set; } = default!;

    /// <summary>After each change of the form.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    protected JobForm Form => Draft.Form;

    /// <summary>Id of the control that fills a property of the form.</summary>
    protected static string Id(string property) => FieldIds.Of(property);

    protected string? ErrorOf(string field) => Draft.ErrorOf(field);

    protected OptionState StateOf(JobOption option) => Rules.StateOf(Form, option);

    protected Task ChangedAsync() => OnChange.InvokeAsync();

    /// <summary>After a change that decides what else may be chosen.</summary>
    protected Task ReconcileAsync()
    {
        Draft.Reconcile();
        return ChangedAsync();
    }

    /// <summary>A choice whose description gives way to the reason why it can't be chosen.</summary>
    protected static RadioOption<TValue> Choice<TValue>(TValue value, string text, string description, OptionState state) =>
        new(value, text, state.Available ? description : state.Reason ?? description, Disabled: !state.Available);
}
