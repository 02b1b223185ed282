using System.Runtime.CompilerServices;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services;

/// <summary>Which of the newest jobs were made with a vocabulary, a filter or a model.</summary>
/// <remarks>The service keeps no such list and a list of jobs does not say it, so each job is asked for, below half of the account's rate.</remarks>
public sealed class ResourceUse(TranscriptionJobs jobs, ServiceLimits limits, TimeProvider clock)
{
    /// <summary>The newest jobs that are looked at.</summary>
    public const int Newest = 100;

    /// <summary>Looks at one job after the other.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async IAsyncEnumerable<UseFound> FindAsync(ChoiceKind kind, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await jobs.ListAsync(new JobQuery(PageSize: Newest), cancellationToken);
        var pause = TimeSpan.FromSeconds(2.0 / limits.Quotas.GetRequestsPerSecond);
        foreach (var (index, row) in page.Jobs.Index())
        {
            var job = await jobs.FindJobAsync(row.Name, cancellationToken);
            yield return new(index + 1, page.Jobs.Count, job is not null && Uses(job, kind, name) ? row : null);
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private static bool Uses(TranscriptionJob job, ChoiceKind kind, string name) => kind switch
    {
        ChoiceKind.Vocabulary => job.Settings?.VocabularyName == name || Any(job, language => language.VocabularyName == name),
        ChoiceKind.VocabularyFilter => job.Settings?.VocabularyFilterName == name || Any(job, language => language.VocabularyFilterName == name),
        _ => job.ModelSettings?.LanguageModelName == name || Any(job, language => language.LanguageModelName == name),
    };

    private static bool Any(TranscriptionJob job, Func<LanguageIdSettings, bool> uses) => job.LanguageIdSettings?.Values.Any(uses) == true;
}

/// <param name="Looked">Jobs looked at so far.</param>
/// <param name="Of">Jobs that are looked at in all.</param>
/// <param name="Job">The job just looked at, if it uses the resource.</param>
public sealed record UseFound(int Looked, int Of, JobRow? Job);
