using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.Jobs;

// Which jobs are selected, and what can be done with them.
public sealed partial class JobList
{
    private readonly HashSet<string> _selected = [];
    private IReadOnlyList<JobRow> _toDelete = [];

    private IReadOnlyList<JobRow> Selected => Shown is null ? [] : [.. Shown.Jobs.Where(job => _selected.Contains(job.Name) && !_deleted.Contains(job.Name))];

    private bool? AllSelected
    {
        get
        {
            var selected = Selected.Count;
            return selected == 0 ? false : selected == Shown!.Jobs.Count(job => !_deleted.Contains(job.Name)) ? true : null;
        }
    }

    /// <summary>The one selected job whose transcript can be fetched from here.</summary>
    private JobRow? Downloadable => Selected is [{ Status: JobStatus.Completed, Output: OutputLocation.ServiceManaged } job] ? job : null;

    private void Select((string Name, bool Selected) row)
    {
        if (row.Selected) _selected.Add(row.Name);
        else _selected.Remove(row.Name);
    }

    private void SelectAll(bool selected)
    {
        _selected.Clear();
        if (selected) _selected.UnionWith(Watched.Select(job => job.Name));
    }

    private void AskToDelete() => _toDelete = Selected;

    // The dialog may have deleted some of them, even all.
    private Task CloseDeletionAsync()
    {
        _toDelete = [];
        return LoadAsync();
    }
}
