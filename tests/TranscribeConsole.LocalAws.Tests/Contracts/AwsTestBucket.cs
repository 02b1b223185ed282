namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>The bucket of a real account that the contract tests may use.</summary>
internal static class AwsTestBucket
{
    public const string Variable = "TRANSCRIBECONSOLE_TEST_AWS_BUCKET";

    public static string? Name => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : null;
}

/// <summary>Marks the test classes that need <see cref="AwsTestBucket"/>; <c>--filter Backend=Aws</c> finds their tests.</summary>
internal interface IRunsAgainstAws;
