using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace TranscribeConsole.Services.Aws;

/// <summary>Measures and traces the calls to AWS by service and operation. Nothing of a request but its type is told.</summary>
public sealed class AwsTelemetry : IDisposable
{
    /// <summary>Name of the source of the spans.</summary>
    public const string Source = "TranscribeConsole.Aws";

    private readonly ActivitySource _spans = new(Source);
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _throttles;

    public AwsTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(ServiceMeter.Name);
        _duration = meter.CreateHistogram(
            "transcribeconsole.aws.call.duration", "s", "Calls to AWS from the first attempt to the answer, the SDK's retries included.", advice: Buckets.Seconds);
        _throttles = meter.CreateCounter<long>("transcribeconsole.aws.throttles", "{attempt}", "Attempts that AWS refused because there were too many.");
    }

    /// <summary>Puts the measuring around the call, and around each of its attempts.</summary>
    internal void Observe(RuntimePipeline pipeline)
    {
        pipeline.AddHandler(new CallHandler(this));
        pipeline.AddHandlerAfter<RetryHandler>(new AttemptHandler(this));
    }

    public void Dispose() => _spans.Dispose();

    private static TagList TagsOf(IExecutionContext context) => new()
    {
        { "rpc.system.name", "aws-api" },
        { "rpc.service", context.RequestContext.ServiceMetaData.ServiceId },
        { "rpc.method", OperationOf(context.RequestContext.OriginalRequest) },
    };

    private static string OperationOf(AmazonWebServiceRequest request)
    {
        const string suffix = "Request";
        var name = request.GetType().Name;
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
    }

    private static string ErrorType(Exception e) => e is OperationCanceledException ? "Cancelled" : AwsErrors.Classify(e).ToString();

    private sealed class CallHandler(AwsTelemetry telemetry) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var tags = TagsOf(executionContext);
            using var span = telemetry._spans.StartActivity($"{tags[1].Value}.{tags[2].Value}", ActivityKind.Client, default(ActivityContext), tags);
            var begun = Stopwatch.GetTimestamp();
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (Exception e)
            {
                tags.Add("error.type", ErrorType(e));
                span?.SetTag("error.type", ErrorType(e)).SetStatus(ActivityStatusCode.Error);
                throw;
            }
            finally
            {
                telemetry._duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
            }
        }
    }

    private sealed class AttemptHandler(AwsTelemetry telemetry) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (AmazonServiceException e) when (AwsErrors.Classify(e) == AwsFailureKind.Throttled)
            {
                telemetry._throttles.Add(1, TagsOf(executionContext));
                throw;
            }
        }
    }
}
