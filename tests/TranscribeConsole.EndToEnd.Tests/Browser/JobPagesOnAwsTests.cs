namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>List and details with Backend=Aws.</summary>
public sealed class JobPagesOnAwsTests(AwsOverLocalFixture browser) : JobPagesContract(browser), IClassFixture<AwsOverLocalFixture>;
