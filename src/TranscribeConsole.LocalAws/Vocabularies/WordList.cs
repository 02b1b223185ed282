namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>A custom vocabulary or a vocabulary filter as it is stored.</summary>
internal sealed record WordList
{
    /// <summary>Rises with creation; tells this one from a later one of the same name.</summary>
    public required long Id { get; init; }

    /// <summary>One of <see cref="WordListKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string LanguageCode { get; init; }

    /// <summary>One of <see cref="VocabularyState"/>.</summary>
    public required string State { get; init; }

    public string? FailureReason { get; init; }

    public required DateTimeOffset LastModifiedTime { get; init; }

    public string? DataAccessRoleArn { get; init; }

    /// <summary>Key in the service's bucket of the text that was sent; another one at every update.</summary>
    public required string FileKey { get; init; }
}

/// <summary>What Create and Update commit.</summary>
/// <param name="Kind">One of <see cref="WordListKind"/>.</param>
/// <param name="State">Of the new version; one of <see cref="VocabularyState"/>.</param>
internal sealed record NewWordList(string Kind, string Name, string LanguageCode, string State, string? DataAccessRoleArn);

/// <summary>Which lists are shown.</summary>
/// <param name="State">Null: any.</param>
/// <param name="NameContains">Substring of the name, compared without case; null: any.</param>
internal sealed record WordListFilter(string Kind, string? State, string? NameContains);
