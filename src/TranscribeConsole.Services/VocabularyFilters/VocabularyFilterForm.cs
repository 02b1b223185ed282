using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>What the pages <c>Create vocabulary filter</c> and <c>Edit vocabulary filter</c> hold.</summary>
public sealed class VocabularyFilterForm : IWordListForm
{
    public string Name { get; set; } = "";

    public string LanguageCode { get; set; } = "en-US";

    public WordSource Source { get; set; }

    /// <summary>One word a row, as typed, with empty ones; for <see cref="WordSource.Editor"/>.</summary>
    public List<string> Words { get; set; } = [];

    /// <summary><c>s3://bucket/key</c>; for <see cref="WordSource.S3"/>.</summary>
    public string FileUri { get; set; } = "";

    public List<JobTag> Tags { get; set; } = [];
}
