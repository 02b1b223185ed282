using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.TranscribeService;

namespace TranscribeConsole.Services.Aws;

// The SDK lets a class of its own add to the pipeline of one client; its other way adds to all clients of the process. The pipeline is built
// by the base constructor, at which time a field with an initialiser has its value already.

internal sealed class ObservedS3(AmazonS3Config config, AwsTelemetry telemetry) : AmazonS3Client(config)
{
    private readonly AwsTelemetry _telemetry = telemetry;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(new VerifiedBody.Handler());
        _telemetry.Observe(pipeline);
    }
}

internal sealed class ObservedTranscribe(AmazonTranscribeServiceConfig config, AwsTelemetry telemetry) : AmazonTranscribeServiceClient(config)
{
    private readonly AwsTelemetry _telemetry = telemetry;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        _telemetry.Observe(pipeline);
    }
}

internal sealed class ObservedSts(AmazonSecurityTokenServiceConfig config, AwsTelemetry telemetry) : AmazonSecurityTokenServiceClient(config)
{
    private readonly AwsTelemetry _telemetry = telemetry;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        _telemetry.Observe(pipeline);
    }
}
