using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>The account's custom vocabularies and vocabulary filters, records and texts.</summary>
internal sealed class WordListStore(LocalDatabase database, ObjectStore objects, TimeProvider time)
{
    /// <summary>Most vocabularies, and most filters, that an account can have.</summary>
    public const int MaxLists = 100;

    /// <summary>Most vocabularies that can be checked at a time.</summary>
    public const int MaxPending = 10;

    private const string ContentType = "text/plain; charset=utf-8";

    public WordList? Find(string kind, string name) => database.Read(connection => Find(connection, kind, name));

    /// <summary>Up to <paramref name="limit"/> lists, newest first.</summary>
    /// <param name="before">Id that the lists are older than; null for the newest.</param>
    public IReadOnlyList<WordList> List(WordListFilter filter, long? before, int limit) => database.Read(connection => WordListRows.Select(
        connection,
        """
        kind = $kind AND id < $before AND ($state IS NULL OR state = $state) AND ($part IS NULL OR instr(lower(name), lower($part)) > 0)
        ORDER BY id DESC LIMIT $limit
        """,
        ("$kind", filter.Kind), ("$before", before ?? long.MaxValue), ("$state", filter.State), ("$part", filter.NameContains), ("$limit", limit)));

    /// <summary>Vocabularies whose text has not been checked yet, oldest first.</summary>
    public IReadOnlyList<WordList> Pending() => database.Read(connection =>
        WordListRows.Select(connection, "state = $state ORDER BY modified_ms, id", ("$state", VocabularyState.Pending)));

    /// <summary>The text as it was sent; null when the list was deleted or replaced meanwhile.</summary>
    public async Task<byte[]?> ReadAsync(WordList list, CancellationToken cancellationToken)
    {
        if (objects.Open(LocalAwsAccount.ServiceBucket, list.FileKey) is not { } file) return null;
        await using var body = file.Body;
        var text = new byte[file.Info.Size]; // WordListSource has kept it small
        await body.ReadExactlyAsync(text, cancellationToken);
        return text;
    }

    /// <summary>Commits a new list and its text as one.</summary>
    public async Task<(SaveResult Result, WordList? List)> CreateAsync(
        NewWordList list, byte[] text, IReadOnlyList<Tag?> tags, CancellationToken cancellationToken)
    {
        var saving = new Saving();
        await CommitAsync(list, text, (connection, fileKey) =>
        {
            saving.Result = Find(connection, list.Kind, list.Name) is not null ? SaveResult.NameInUse
                : WordListRows.Count(connection, list.Kind) >= MaxLists ? SaveResult.TooMany
                : HasRoomToCheck(connection, list) ? SaveResult.Saved
                : SaveResult.TooManyPending;
            if (saving.Result != SaveResult.Saved) return false;
            WordListRows.PutTags(connection, WordListRows.Insert(connection, list, fileKey, Now), tags);
            saving.List = Find(connection, list.Kind, list.Name);
            return true;
        }, cancellationToken);
        return (saving.Result, saving.List);
    }

    /// <summary>Commits a new text in the place of the old one, whole.</summary>
    /// <param name="before">What is replaced.</param>
    public async Task<(SaveResult Result, WordList? List)> UpdateAsync(
        WordList before, NewWordList list, byte[] text, CancellationToken cancellationToken)
    {
        var saving = new Saving();
        await CommitAsync(list, text, (connection, fileKey) =>
        {
            saving.Result = Find(connection, list.Kind, list.Name)?.FileKey != before.FileKey ? SaveResult.Changed
                : before.State == VocabularyState.Pending || HasRoomToCheck(connection, list) ? SaveResult.Saved
                : SaveResult.TooManyPending;
            if (saving.Result != SaveResult.Saved) return false;
            connection.Run(
                """
                UPDATE word_lists SET language = $language, state = $state, failure_reason = NULL, modified_ms = $now, role_arn = $role, file_key = $file
                WHERE id = $id
                """,
                ("$id", before.Id), ("$language", list.LanguageCode), ("$state", list.State), ("$now", Now),
                ("$role", list.DataAccessRoleArn), ("$file", fileKey));
            saving.List = Find(connection, list.Kind, list.Name);
            return true;
        }, cancellationToken, before.FileKey);
        return (saving.Result, saving.List);
    }

    /// <summary>Commits what the check of a version's text found, unless it was replaced or deleted meanwhile.</summary>
    /// <param name="failureReason">Null: it is fit for use.</param>
    public Task CheckedAsync(WordList list, string? failureReason) => database.WriteAsync(
        connection => connection.Run(
            "UPDATE word_lists SET state = $state, failure_reason = $reason, modified_ms = $now WHERE id = $id AND file_key = $file",
            ("$id", list.Id), ("$file", list.FileKey), ("$now", Now), ("$reason", failureReason),
            ("$state", failureReason is null ? VocabularyState.Ready : VocabularyState.Failed)),
        CancellationToken.None);

    /// <summary>Removes record and text; false when it was gone or replaced already.</summary>
    public Task<bool> DeleteAsync(WordList list) => objects.CommitAsync(
        [],
        connection => connection.Run("DELETE FROM word_lists WHERE id = $id AND file_key = $file", ("$id", list.Id), ("$file", list.FileKey)) == 1,
        (LocalAwsAccount.ServiceBucket, list.FileKey));

    public IReadOnlyList<Tag> TagsOf(WordList list) => database.Read(connection => WordListRows.TagsOf(connection, list.Id));

    /// <summary>Sets the tags unless the list would then have more than <paramref name="most"/>, or is gone.</summary>
    public Task<TagResult> PutTagsAsync(WordList list, IReadOnlyList<Tag?> tags, int most, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (!connection.Exists("SELECT 1 FROM word_lists WHERE id = $id", ("$id", list.Id))) return TagResult.ResourceGone;
                var keys = WordListRows.TagsOf(connection, list.Id).Select(tag => tag.Key).Union(tags.Select(tag => tag!.Key));
                if (keys.Count() > most) return TagResult.TooMany;
                WordListRows.PutTags(connection, list.Id, tags);
                return TagResult.Done;
            },
            cancellationToken);

    /// <summary>Removes the tags of these keys; unknown ones are passed over.</summary>
    public Task RemoveTagsAsync(WordList list, IReadOnlyList<string?> keys, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            foreach (var key in keys)
                connection.Run("DELETE FROM word_list_tags WHERE list_id = $list AND key = $key", ("$list", list.Id), ("$key", key));
        },
        cancellationToken);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static WordList? Find(SqliteConnection connection, string kind, string name) =>
        WordListRows.Select(connection, "kind = $kind AND name = $name", ("$kind", kind), ("$name", name)).SingleOrDefault();

    private static bool HasRoomToCheck(SqliteConnection connection, NewWordList list) =>
        list.State != VocabularyState.Pending || WordListRows.Count(connection, list.Kind, VocabularyState.Pending) < MaxPending;

    // Text and record in one transaction: a record promises a text that can be read.
    private async Task CommitAsync(
        NewWordList list, byte[] text, Func<SqliteConnection, string, bool> save, CancellationToken cancellationToken, string? replacedKey = null)
    {
        var fileKey = $"{LocalAwsAccount.Id}/{list.Kind}/{list.Name}/{Guid.NewGuid()}/input.txt";
        using var staged = await objects.StageAsync(new MemoryStream(text, writable: false), text.Length, cancellationToken);
        var write = new ObjectWrite(LocalAwsAccount.ServiceBucket, fileKey)
        {
            Headers = new Dictionary<string, string> { ["content-type"] = ContentType },
        };
        await objects.CommitAsync(
            [(write, staged)], connection => save(connection, fileKey), replacedKey is null ? null : (LocalAwsAccount.ServiceBucket, replacedKey));
    }

    // Work on the database may run twice, so that each run must begin anew.
    private sealed class Saving
    {
        public SaveResult Result { get; set; }

        public WordList? List { get; set; }
    }
}

/// <summary>What came of committing a list.</summary>
internal enum SaveResult { Saved, NameInUse, Changed, TooMany, TooManyPending }
