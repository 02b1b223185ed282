using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>
/// Whether somebody may name places in S3. The server's own rights reach further than its users' should: a submitter uploads, and gets the
/// result from the console.
/// </summary>
public sealed partial class S3Use(PageCaller caller, UploadTarget target, IOptions<SecurityOptions> security)
{
    public const string Reason = "Needs the role Manager here.";

    public bool IsAllowed => caller.Is(Role.Manager) || (security.Value.SubmittersMayUseS3 && caller.Is(Role.Submitter));

    /// <exception cref="AwsFailureException">The job reads or writes a place that the caller may not name; the message says which.</exception>
    public void Check(JobForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (RefusalOf(form.MediaUri) is { } refusal) throw new AwsFailureException(AwsFailureKind.Denied, refusal);
        if (RefusalOf(form.Output) is { } output) throw new AwsFailureException(AwsFailureKind.Denied, output);
    }

    /// <summary>Why the caller may not have this media transcribed; null: he may.</summary>
    public string? RefusalOf(string mediaUri) => IsAllowed || IsUpload(mediaUri) ? null : "Input data: a location in S3 needs the role Manager. Upload the file instead.";

    /// <summary>Why the caller may not have the output there; null: he may.</summary>
    public string? RefusalOf(OutputLocation output) =>
        IsAllowed || output == OutputLocation.ServiceManaged ? null : "Output data location: a bucket of one's own needs the role Manager. Choose the service-managed S3 bucket.";

    // What the console has uploaded lies under a name that nobody guesses.
    private bool IsUpload(string mediaUri) =>
        S3Location.TryParse(mediaUri, out var location) && location.Bucket == target.Bucket
        && location.Key.StartsWith(target.Prefix, StringComparison.Ordinal) && Upload().IsMatch(location.Key[target.Prefix.Length..]);

    [GeneratedRegex(@"\A[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9a-f]{32}/[^/]+\z")]
    private static partial Regex Upload();
}
