using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>What the pages <c>Create vocabulary</c> and <c>Edit vocabulary</c> hold.</summary>
public sealed class VocabularyForm : IWordListForm
{
    public string Name { get; set; } = "";

    public string LanguageCode { get; set; } = "en-US";

    public WordSource Source { get; set; }

    /// <summary>Rows as typed, with empty ones; for <see cref="WordSource.Editor"/>.</summary>
    public List<VocabularyEntry> Entries { get; set; } = [];

    /// <summary><c>s3://bucket/key</c>; for <see cref="WordSource.S3"/>.</summary>
    public string FileUri { get; set; } = "";

    public List<JobTag> Tags { get; set; } = [];
}
