using System.Globalization;

namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>What a reader chose for the list of jobs. Kept in a cookie, so that the page is right from its first rendering.</summary>
/// <param name="PageSize">One of <see cref="PageSizes"/>.</param>
/// <param name="Columns">Those that are shown, in their order; the name always is.</param>
/// <param name="Notify">A notification of the browser tells of jobs that end while nobody looks.</param>
internal sealed record JobListPreferences(int PageSize, IReadOnlyList<JobColumn> Columns, bool Notify)
{
    public const string Cookie = "job-list";

    private const string NotifyWord = "notify";

    public static readonly IReadOnlyList<int> PageSizes = [10, 20, 50, 100];

    public static readonly JobListPreferences Default = new(10, Enum.GetValues<JobColumn>(), false);

    /// <summary>Reads the cookie's text: page size, perhaps <c>notify</c>, then the columns that are hidden. What it does not know it passes over.</summary>
    public static JobListPreferences Parse(string? text)
    {
        var words = (text ?? "").Split('.');
        return new JobListPreferences(
            int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && PageSizes.Contains(size) ? size : Default.PageSize,
            [.. Default.Columns.Where(column => column == JobColumn.Name || !words.Contains(column.ToString()))],
            words.Contains(NotifyWord));
    }

    public override string ToString() => string.Join('.',
    [
        PageSize.ToString(CultureInfo.InvariantCulture),
        .. Notify ? [NotifyWord] : Array.Empty<string>(),
        .. Default.Columns.Except(Columns).Select(column => column.ToString()),
    ]);
}
