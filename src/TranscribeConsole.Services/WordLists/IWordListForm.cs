using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.WordLists;

/// <summary>What the forms of vocabularies and filters share.</summary>
public interface IWordListForm
{
    string Name { get; set; }

    string LanguageCode { get; set; }

    WordSource Source { get; set; }

    /// <summary><c>s3://bucket/key</c>; for <see cref="WordSource.S3"/>.</summary>
    string FileUri { get; set; }

    List<JobTag> Tags { get; set; }
}
