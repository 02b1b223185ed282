using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The pace of DeleteTranscriptionJob.</summary>
public sealed class DeletionPace(ServiceLimits limits, TimeProvider time) : RequestPace(limits.Quotas.DeleteRequestsPerSecond, time);
