namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>One pool of two recognisers for all tests on real audio, which share it one after the other.</summary>
public sealed class RecognitionFixture : IDisposable
{
    internal Transcribing Transcribing { get; } = new();

    public MediaSamples Samples { get; } = new();

    public void Dispose()
    {
        Transcribing.Dispose();
        Samples.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class RecognitionTests : ICollectionFixture<RecognitionFixture>
{
    public const string Name = "Recognition";
}
