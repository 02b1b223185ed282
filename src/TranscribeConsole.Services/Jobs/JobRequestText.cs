using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The request of a job as text that developers can use.</summary>
public static class JobRequestText
{
    /// <summary>The body of StartTranscriptionJob as it goes on the wire, indented.</summary>
    /// <param name="ownership">Goes along as tags; null: nobody signs in.</param>
    public static string Json(JobForm form, JobOwnership? ownership = null) => Json(JobRequest.Of(form, ownership));

    /// <summary>A command for bash and the AWS CLI, one option to a line, ready to be pasted.</summary>
    /// <inheritdoc cref="Json(JobForm, JobOwnership?)" path="/param"/>
    public static string Cli(JobForm form, JobOwnership? ownership = null) => Cli(JobRequest.Of(form, ownership));

    internal static string Json(StartTranscriptionJobRequest request) => RequestText.Json(request);

    internal static string Cli(StartTranscriptionJobRequest request) => RequestText.Cli("start-transcription-job", request);
}
