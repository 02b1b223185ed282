using System.Net;
using System.Text.RegularExpressions;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The rules for names of general purpose buckets.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"/></remarks>
internal static partial class BucketName
{
    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    public static bool IsValid(string name) =>
        Form().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !(name.Count(c => c == '.') == 3 && IPAddress.TryParse(name, out _))
        && !Array.Exists(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !Array.Exists(ReservedSuffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Form();
}
