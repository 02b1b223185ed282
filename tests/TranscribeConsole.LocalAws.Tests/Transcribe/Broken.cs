namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>The service's sentences about single members, with its limits and patterns as the reference states them.</summary>
internal static class Broken
{
    public const string Name = "^[0-9a-zA-Z._-]+$";
    public const string Uri = "^(s3://|http(s*)://).+$";
    public const string RoleArn = "^arn:(aws|aws-cn|aws-us-gov|aws-iso-{0,1}[a-z]{0,1}):iam::[0-9]{0,63}:role/[A-Za-z0-9:_/+=,@.-]{0,1024}$";
    public const string ResourceArn = "^arn:aws(-[^:]+)?:transcribe:[a-zA-Z0-9-]*:[0-9]{12}:[a-zA-Z-]*/[0-9a-zA-Z._-]+$";

    public static string Text(int length) => new('a', length);

    public static string Null(string path) => $"Value null at '{path}' failed to satisfy constraint: Member must not be null";

    public static string Shortest(string path, string value, int least) => Rule(path, value, $"Member must have length greater than or equal to {least}");

    public static string Longest(string path, string value, int most) => Rule(path, value, $"Member must have length less than or equal to {most}");

    public static string Lowest(string path, int value, int least) => Rule(path, $"{value}", $"Member must have value greater than or equal to {least}");

    public static string Highest(string path, int value, int most) => Rule(path, $"{value}", $"Member must have value less than or equal to {most}");

    public static string Pattern(string path, string value, string pattern) => Rule(path, value, $"Member must satisfy regular expression pattern: {pattern}");

    public static string OneOf(string path, string value, params string[] values) => Rule(path, value, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");

    /// <summary>The whole message about these broken constraints.</summary>
    public static string Message(params string[] errors) =>
        $"{errors.Length} validation error{(errors.Length == 1 ? "" : "s")} detected: {string.Join("; ", errors)}";

    private static string Rule(string path, string value, string rule) => $"Value '{value}' at '{path}' failed to satisfy constraint: {rule}";
}
