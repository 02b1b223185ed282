namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>List and details on the local backend.</summary>
public sealed class JobPagesTests(BrowserFixture browser) : JobPagesContract(browser), IClassFixture<BrowserFixture>;
