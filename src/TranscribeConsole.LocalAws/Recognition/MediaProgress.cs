namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>Adds up what is done and reports the share of the whole, never falling.</summary>
/// <param name="total">Length of all that is to be recognised; null when the media does not state it, then only the end is reported.</param>
internal sealed class MediaProgress(IProgress<double>? progress, TimeSpan? total)
{
    private readonly Lock _gate = new();
    private TimeSpan _done; // under _gate

    /// <param name="length">Of the media that is done with, its silence included.</param>
    public void Add(TimeSpan length)
    {
        if (progress is null || total is not { } whole) return;
        lock (_gate)
        {
            _done += length;
            progress.Report(Math.Min(_done / whole, 1));
        }
    }

    public void Complete() => progress?.Report(1);
}
