using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The request of a job as text that developers can use.</summary>
public static class JobRequestText
{
    /// <summary>The body of StartTranscriptionJob as it goes on the wire, indented.</summary>
    public static string Json(JobForm form) => Json(JobRequest.Of(form));

    /// <summary>A command for bash and the AWS CLI, one option to a line, ready to be pasted.</summary>
    public static string Cli(JobForm form) => Cli(JobRequest.Of(form));

    internal static string Json(StartTranscriptionJobRequest request) => RequestText.Json(request);

    internal static string Cli(StartTranscriptionJobRequest request) => RequestText.Cli("start-transcription-job", request);
}
