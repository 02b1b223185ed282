using System.Text.Json.Serialization;

namespace TranscribeConsole.Services.Jobs;

/// <summary>One job of a <see cref="JobBatch"/>.</summary>
public sealed class BatchRow
{
    /// <summary>Number of the file's upload.</summary>
    public int File { get; set; }

    public string FileName { get; set; } = "";

    /// <summary>The job's name; may be changed while the row has failed.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>s3://bucket/key</c>; empty while the media is on its way.</summary>
    public string MediaUri { get; set; } = "";

    public BatchRowState State { get; set; }

    /// <summary>A sentence for the user when it has failed.</summary>
    public string? Error { get; set; }

    [JsonIgnore]
    public bool IsReady => State == BatchRowState.Waiting && MediaUri.Length > 0;

    /// <summary>The medium is there.</summary>
    public void Provide(string mediaUri)
    {
        if (State == BatchRowState.Waiting) MediaUri = mediaUri;
    }

    /// <summary>The medium will not come.</summary>
    public void Fail(string error)
    {
        if (State == BatchRowState.Waiting) (State, Error) = (BatchRowState.Failed, error);
    }

    /// <summary>After a failure it waits for its turn again.</summary>
    public void Retry()
    {
        if (State == BatchRowState.Failed) (State, Error) = (BatchRowState.Waiting, null);
    }
}

public enum BatchRowState
{
    /// <summary>For its media, or for its turn.</summary>
    Waiting,

    /// <summary>The service was asked and has not answered.</summary>
    Starting,
    Created,
    Failed,
}
