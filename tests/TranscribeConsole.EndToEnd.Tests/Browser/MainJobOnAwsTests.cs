namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The main job with Backend=Aws.</summary>
public sealed class MainJobOnAwsTests(AwsOverLocalFixture browser) : MainJobContract(browser), IClassFixture<AwsOverLocalFixture>;
