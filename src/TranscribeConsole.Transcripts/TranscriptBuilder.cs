namespace TranscribeConsole.Transcripts;

/// <summary>Puts a transcript together from recognised words, in the service's current form.</summary>
public sealed class TranscriptBuilder(string jobName, string accountId)
{
    public int? ChannelCount { get; set; }
    public void BeginSegment(TimeSpan start, TimeSpan end, int? channel = null) => throw new NotImplementedException(jobName + accountId);
    public void AddWord(string content, TimeSpan start, TimeSpan end, double confidence) => throw new NotImplementedException();
    public void AddPunctuation(string mark) => throw new NotImplementedException();
    public void EndSegment() => throw new NotImplementedException();
    public Transcript Build() => throw new NotImplementedException();
}
