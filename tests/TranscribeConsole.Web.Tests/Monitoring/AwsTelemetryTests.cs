using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Web.Monitoring;

namespace TranscribeConsole.Web.Tests.Monitoring;

public sealed class AwsTelemetryTests
{
    [Fact]
    public async Task Throttled_attempts_are_counted_and_the_call_that_succeeds_is_one_without_an_error()
    {
        var asked = 0;
        await using var service = await ServiceAsync(context => ++asked == 1
            ? Answer(context, StatusCodes.Status400BadRequest, """{"__type":"ThrottlingException","message":"Rate exceeded"}""")
            : Answer(context, StatusCodes.Status200OK, """{"TranscriptionJobSummaries":[]}"""));

        var measurements = await CallAsync(service);

        Assert.Equal(2, asked);
        Assert.Equal(1, Assert.Single(measurements.Of(Instruments.AwsThrottles)).Total);
        var call = Assert.Single(measurements.Of(Instruments.AwsCalls));
        Assert.Equal(["Transcribe", "ListTranscriptionJobs", ""], call.Tags);
        Assert.Equal(1, call.Count);
    }

    [Fact]
    public async Task Error_is_told_by_its_kind()
    {
        await using var service = await ServiceAsync(context =>
            Answer(context, StatusCodes.Status400BadRequest, """{"__type":"AccessDeniedException","message":"User zebra is not authorized"}"""));

        var measurements = await CallAsync(service);

        Assert.Equal(["Transcribe", "ListTranscriptionJobs", "Denied"], Assert.Single(measurements.Of(Instruments.AwsCalls)).Tags);
    }

    private static async Task<Measurements> CallAsync(WebApplication service)
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var measurements = new Measurements(meters);
        using var telemetry = new AwsTelemetry(meters);
        var connection = AwsConnection.From(new AwsOptions { Region = "us-east-1", TranscribeServiceUrl = service.Urls.First() }) with { Credentials = new BasicAWSCredentials("id", "secret") };
        using var transcribe = connection.CreateTranscribe(telemetry);
        try
        {
            await transcribe.ListTranscriptionJobsAsync(new());
        }
        catch (AmazonServiceException)
        {
            // It is what the measurements are to tell.
        }

        return measurements;
    }

    private static async Task<WebApplication> ServiceAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private static Task Answer(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        return context.Response.WriteAsync(json);
    }
}
