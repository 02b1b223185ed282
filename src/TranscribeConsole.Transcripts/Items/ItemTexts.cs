namespace TranscribeConsole.Transcripts.Items;

/// <summary>The texts that items refer to by number: contents, and the few labels and language codes.</summary>
internal sealed record ItemTexts(string[] Contents, string[] Labels)
{
    public string Content(int number) => number < 0 ? "" : Contents[number];

    public string? Label(short number) => number < 0 ? null : Labels[number];
}
