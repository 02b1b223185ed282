using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The pace of StartTranscriptionJob.</summary>
public sealed class StartPace(ServiceLimits limits, TimeProvider time) : RequestPace(limits.Quotas.StartRequestsPerSecond, time);
