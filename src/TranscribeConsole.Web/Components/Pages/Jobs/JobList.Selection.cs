using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

// Which jobs are selected, on this page and on others of the same list, and what can be done with them.
public sealed partial class JobList
{
    private readonly Dictionary<string, JobRow> _selected = [];
    private IReadOnlyList<JobRow> _toDelete = [];

    private IReadOnlyList<JobRow> SelectedHere => Shown is null ? [] : [.. Shown.Jobs.Where(job => _selected.ContainsKey(job.Name) && !_deleted.Contains(job.Name))];

    private IReadOnlyList<JobRow> SelectedElsewhere => Shown is null ? [] : [.. _selected.Values.ExceptBy(Shown.Jobs.Select(job => job.Name), job => job.Name)];

    private IReadOnlyList<JobRow> Selected => [.. SelectedHere, .. SelectedElsewhere];

    private bool? AllSelected
    {
        get
        {
            var selected = SelectedHere.Count;
            return selected == 0 ? false : selected == Shown!.Jobs.Count(job => !_deleted.Contains(job.Name)) ? true : null;
        }
    }

    /// <summary>The one selected job whose transcript can be fetched from here.</summary>
    private JobRow? Downloadable => Selected is [{ Status: JobStatus.Completed, Output: OutputLocation.ServiceManaged } job] ? job : null;

    private void Select((string Name, bool Selected) row)
    {
        if (!row.Selected) _selected.Remove(row.Name);
        else if (Shown!.Jobs.FirstOrDefault(job => job.Name == row.Name) is { } job) _selected[row.Name] = job;
    }

    private void SelectAll(bool selected)
    {
        foreach (var job in Watched)
        {
            if (selected) _selected[job.Name] = job;
            else _selected.Remove(job.Name);
        }
    }

    // Pages of one list share the selection; another search or status is another list.
    private void ForgetSelection(JobQuery next)
    {
        if (Shown is { } shown && shown.Query with { NextToken = null } != next with { NextToken = null }) _selected.Clear();
    }

    private void AskToDelete() => _toDelete = Selected;

    private Task ForgetDeletedAsync()
    {
        _selected.Clear();
        return CloseDeletionAsync();
    }

    // The dialog may have deleted some of them.
    private Task CloseDeletionAsync()
    {
        _toDelete = [];
        return LoadAsync();
    }
}
