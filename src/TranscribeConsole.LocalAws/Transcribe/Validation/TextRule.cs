using System.Text.RegularExpressions;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>Length in characters and pattern that a string must have.</summary>
/// <param name="pattern">As the service publishes it and names it in errors; null for none.</param>
internal sealed class TextRule(int min, int max, string? pattern = null)
{
    // The published $ means the very end; in .NET it would let a line break pass behind it. None of the patterns can be made to
    // backtrack more than linearly.
    private readonly Regex? _regex = pattern is null
        ? null
        : new(pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant);

    public int Min { get; } = min;
    public int Max { get; } = max;
    public string? Pattern { get; } = pattern;

    public bool Matches(string value) => _regex?.IsMatch(value) ?? true;

    public static TextRule Name { get; } = new(1, 200, "^[0-9a-zA-Z._-]+$");
    public static TextRule Uri { get; } = new(1, 2000, "^(s3://|http(s*)://).+$");
    public static TextRule OutputBucketName { get; } = new(0, 64, @"^[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9]$");
    public static TextRule OutputKey { get; } = new(1, 1024, "^[a-zA-Z0-9-_.!*'()/]{1,1024}$");
    public static TextRule KmsKeyId { get; } = new(1, 2048, "^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$");
    public static TextRule KmsContext { get; } = new(1, 2000, @"\S");
    public static TextRule RoleArn { get; } = new(20, 2048,
        "^arn:(aws|aws-cn|aws-us-gov|aws-iso-{0,1}[a-z]{0,1}):iam::[0-9]{0,63}:role/[A-Za-z0-9:_/+=,@.-]{0,1024}$");
    public static TextRule ResourceArn { get; } = new(1, 1011,
        "^arn:aws(-[^:]+)?:transcribe:[a-zA-Z0-9-]*:[0-9]{12}:[a-zA-Z-]*/[0-9a-zA-Z._-]+$");
    public static TextRule NextToken { get; } = new(0, 8192, "^.+$");
    public static TextRule Phrase { get; } = new(0, 256, "^.+$");
    public static TextRule Word { get; } = new(1, 256);
    public static TextRule TagKey { get; } = new(1, 128);
    public static TextRule TagValue { get; } = new(0, 256);
}
