using TranscribeConsole.Services;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>The names of the jobs while there is one for each of several files, by the numbers of their uploads.</summary>
public sealed class FileJobNames(int maxLength)
{
    private readonly Dictionary<int, string> _names = [];

    public string this[int file]
    {
        get => _names.GetValueOrDefault(file, "");
        set => _names[file] = value;
    }

    /// <summary>
    /// A file that has come gets a name that no other has; that of one that is gone is forgotten. With the second file the form's name becomes
    /// the first one's, and when one file is left, its name the form's.
    /// </summary>
    public void Follow(IReadOnlyList<UploadState> files, JobForm form)
    {
        foreach (var gone in _names.Keys.Except(files.Select(file => file.Id)).ToArray()) _names.Remove(gone);
        if (files.Count < 2)
        {
            if (files is [var left] && _names.GetValueOrDefault(left.Id) is { } name) form.Name = name;
            _names.Clear();
            return;
        }

        if (_names.Count == 0 && form.Name.Length > 0) _names[files[0].Id] = form.Name;
        foreach (var file in files.Where(file => !_names.ContainsKey(file.Id)))
            _names[file.Id] = JobNameSuggestion.For(file.FileName, maxLength, _names.Values);
    }

    /// <summary>The rules that the names break; the fields are <c>Names[number of the file]</c>.</summary>
    public IEnumerable<FieldError> Check(IReadOnlyList<UploadState> files, JobRules rules)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (rules.FaultOfName(this[file.Id]) is { } fault) yield return new(FieldOf(file.Id), $"{file.FileName}: {fault}");
            else if (!names.Add(this[file.Id])) yield return new(FieldOf(file.Id), $"{file.FileName}: Another file's job has this name already. Names must be unique.");
        }
    }

    public void Trim()
    {
        foreach (var (file, name) in _names) _names[file] = name.Trim();
    }

    public static string FieldOf(int file) => $"{FieldIds.Names}[{file}]";

    /// <summary>As the browser keeps them.</summary>
    internal IReadOnlyDictionary<int, string> ToKept() => new Dictionary<int, string>(_names);

    internal void Load(IReadOnlyDictionary<int, string> names)
    {
        _names.Clear();
        foreach (var (file, name) in names) _names[file] = name;
    }
}
