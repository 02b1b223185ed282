namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Vocabularies and filters with Backend=Aws.</summary>
public sealed class VocabularyOnAwsTests(AwsOverLocalFixture browser) : VocabularyContract(browser), IClassFixture<AwsOverLocalFixture>;
