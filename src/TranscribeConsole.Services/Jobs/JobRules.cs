using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>What a form's options may be at this moment, by the rules of the service, of its console and of the backend. Pure.</summary>
/// <remarks>
/// A page calls <see cref="Reconcile"/> after every change of a control, and the checks before it goes on. A form that has passed both makes
/// a request that breaks no rule of StartTranscriptionJob.
/// </remarks>
public sealed class JobRules
{
    private readonly JobAvailability _availability;
    private readonly JobReconciler _reconciler;
    private readonly JobDetailsChecks _details;
    private readonly JobConfigurationChecks _configuration;

    public JobRules(BackendCapabilities backend, ServiceLimits limits)
    {
        _availability = new JobAvailability(backend, limits);
        _reconciler = new JobReconciler(_availability, limits);
        _details = new JobDetailsChecks(_availability, limits);
        _configuration = new JobConfigurationChecks(_availability, limits);
    }

    /// <summary>Whether the option can be turned on, whatever its own switch says.</summary>
    public OptionState StateOf(JobForm form, JobOption option) => _availability.StateOf(form, option);

    /// <summary>The languages of the select <c>Language</c>, in the order of their names.</summary>
    public IReadOnlyList<LanguageChoice> Languages(JobForm form) => _availability.Languages(form);

    /// <summary>The languages that identification can choose from, in the order of their names.</summary>
    public IReadOnlyList<LanguageChoice> LanguageOptions(JobForm form) => _availability.LanguageOptions(form);

    /// <summary>
    /// Clears what no longer fits after a change of model, language, identification, output or toxicity detection.
    /// </summary>
    /// <returns>A sentence for each thing that was cleared; empty: nothing was.</returns>
    public IReadOnlyList<string> Reconcile(JobForm form) => _reconciler.Reconcile(form);

    /// <summary>The rules that step 1 breaks, in the order of the page; empty: none.</summary>
    /// <param name="uploading">An upload is under way or done and will fill <see cref="JobForm.MediaUri"/>.</param>
    public IReadOnlyList<FieldError> CheckDetails(JobForm form, bool uploading) => [.. _details.Check(form, uploading)];

    /// <summary>The rule that the name of a job breaks; null: none.</summary>
    public string? FaultOfName(string name) => _details.FaultOfName(name);

    /// <summary>The rules that step 2 breaks, in the order of the page; empty: none.</summary>
    public IReadOnlyList<FieldError> CheckConfiguration(JobForm form) => [.. _configuration.Check(form)];

    /// <summary>The rules that tags break, for an editor of them alone; fields are <c>Tags[2].Key</c>.</summary>
    public IReadOnlyList<FieldError> CheckTags(IReadOnlyList<JobTag> tags) => [.. _details.CheckTags(tags)];
}
