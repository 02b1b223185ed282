namespace TranscribeConsole.Web.Monitoring;

/// <summary>Names of the instruments that the status page reads; docs/operations.md has them all.</summary>
internal static class Instruments
{
    public const string RequestDuration = "http.server.request.duration";
    public const string ActiveRequests = "http.server.active_requests";
    public const string ActiveCircuits = "aspnetcore.components.circuit.active";
    public const string ConnectedCircuits = "aspnetcore.components.circuit.connected";
    public const string UploadSteps = "transcribeconsole.upload.steps";
    public const string UploadBytes = "transcribeconsole.upload.io";
    public const string ActiveParts = "transcribeconsole.upload.part.active";
    public const string SeenJobs = "transcribeconsole.job.count";
    public const string LocalJobs = "transcribeconsole.local.job.count";
    public const string ActiveJobs = "transcribeconsole.local.job.active";
    public const string WaitingJobs = "transcribeconsole.local.queue.length";
    public const string Recognition = "transcribeconsole.recognition.duration";
    public const string RecognisedAudio = "transcribeconsole.recognition.audio";
    public const string AwsCalls = "transcribeconsole.aws.call.duration";
    public const string AwsThrottles = "transcribeconsole.aws.throttles";

    public const string Error = "error.type";
    public const string JobStatus = "transcribeconsole.job.status";
}
