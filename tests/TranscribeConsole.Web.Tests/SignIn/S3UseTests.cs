using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Options;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class S3UseTests
{
    private const string Uploaded = "s3://media/uploads/2026/05/04/0123456789abcdef0123456789abcdef/call.wav";

    [Theory]
    [InlineData(Role.Submitter, false, Uploaded, true)]
    [InlineData(Role.Submitter, false, "s3://media/uploads/call.wav", false)]
    [InlineData(Role.Submitter, false, "s3://media/uploads/2026/05/04/0123456789abcdef0123456789abcdef/../../secret.wav", false)]
    [InlineData(Role.Submitter, false, "s3://media/secret/2026/05/04/0123456789abcdef0123456789abcdef/call.wav", false)]
    [InlineData(Role.Submitter, false, "s3://payroll/uploads/2026/05/04/0123456789abcdef0123456789abcdef/call.wav", false)]
    [InlineData(Role.Submitter, true, "s3://payroll/call.wav", true)]
    [InlineData(Role.Reader, true, "s3://payroll/call.wav", false)]
    [InlineData(Role.Manager, false, "s3://payroll/call.wav", true)]
    public void Submitter_has_media_transcribed_that_was_uploaded(Role role, bool allowed, string mediaUri, bool taken) =>
        Assert.Equal(taken, Refusal(role, allowed, new JobForm { MediaUri = mediaUri }) is null);

    [Theory]
    [InlineData(Role.Submitter, false, false)]
    [InlineData(Role.Submitter, true, true)]
    [InlineData(Role.Manager, false, true)]
    public void Submitter_gets_the_result_from_the_console(Role role, bool allowed, bool taken)
    {
        var refusal = Refusal(role, allowed, new JobForm { MediaUri = Uploaded, Output = OutputLocation.CustomerBucket, OutputUri = "s3://payroll/" });
        Assert.Equal(taken, refusal is null);
        if (!taken) Assert.Contains("Output data location", refusal, StringComparison.Ordinal);
    }

    private static string? Refusal(Role role, bool allowed, JobForm form)
    {
        var caller = new PageCaller(isSignInNeeded: true);
        caller.Take(new Caller("1", "Ana", role));
        var use = new S3Use(caller, new UploadTarget("media", CreateBucket: false, "uploads/"), Microsoft.Extensions.Options.Options.Create(new SecurityOptions { SubmittersMayUseS3 = allowed }));
        try
        {
            use.Check(form);
            return null;
        }
        catch (AwsFailureException e)
        {
            return e.Message;
        }
    }
}
