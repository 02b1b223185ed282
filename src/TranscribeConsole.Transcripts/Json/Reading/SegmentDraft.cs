namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>A segment or channel while it is read: times in milliseconds, and which of the collected entries are its own.</summary>
internal struct SegmentDraft
{
    public int Id;
    public int Start;
    public int End;
    public int First;
    public int Count;
    public string? Text;
    public string? Speaker;
    public string? Channel;
    public string? Language;
}

/// <summary>One alternative of a segment while it is read.</summary>
internal readonly record struct ReadingDraft(string Text, int First, int Count);
