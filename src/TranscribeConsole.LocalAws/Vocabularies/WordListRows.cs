using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>Vocabularies and filters to and from their rows.</summary>
internal static class WordListRows
{
    public static long Insert(SqliteConnection connection, NewWordList list, string fileKey, long now)
    {
        using var insert = connection.Command(
            """
            INSERT INTO word_lists (kind, name, language, state, modified_ms, role_arn, file_key)
            VALUES ($kind, $name, $language, $state, $now, $role, $file) RETURNING id
            """,
            ("$kind", list.Kind), ("$name", list.Name), ("$language", list.LanguageCode), ("$state", list.State), ("$now", now),
            ("$role", list.DataAccessRoleArn), ("$file", fileKey));
        return (long)insert.ExecuteScalar()!;
    }

    /// <summary>The lists that the condition holds for, and in its order.</summary>
    public static List<WordList> Select(
        SqliteConnection connection, string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(
            $"SELECT id, kind, name, language, state, failure_reason, modified_ms, role_arn, file_key FROM word_lists WHERE {condition}",
            parameters);
        using var row = command.ExecuteReader();
        var lists = new List<WordList>();
        while (row.Read())
        {
            lists.Add(new WordList
            {
                Id = row.GetInt64(0),
                Kind = row.GetString(1),
                Name = row.GetString(2),
                LanguageCode = row.GetString(3),
                State = row.GetString(4),
                FailureReason = row.IsDBNull(5) ? null : row.GetString(5),
                LastModifiedTime = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
                DataAccessRoleArn = row.IsDBNull(7) ? null : row.GetString(7),
                FileKey = row.GetString(8),
            });
        }

        return lists;
    }

    public static long Count(SqliteConnection connection, string kind, string? state = null)
    {
        using var command = connection.Command(
            "SELECT count(*) FROM word_lists WHERE kind = $kind AND ($state IS NULL OR state = $state)", ("$kind", kind), ("$state", state));
        return (long)command.ExecuteScalar()!;
    }

    public static void PutTags(SqliteConnection connection, long listId, IEnumerable<Tag?> tags)
    {
        foreach (var tag in tags)
        {
            connection.Run(
                "INSERT INTO word_list_tags (list_id, key, value) VALUES ($list, $key, $value) ON CONFLICT DO UPDATE SET value = excluded.value",
                ("$list", listId), ("$key", tag!.Key), ("$value", tag.Value));
        }
    }

    /// <summary>By key.</summary>
    public static List<Tag> TagsOf(SqliteConnection connection, long listId)
    {
        using var command = connection.Command("SELECT key, value FROM word_list_tags WHERE list_id = $list ORDER BY key", ("$list", listId));
        using var row = command.ExecuteReader();
        var tags = new List<Tag>();
        while (row.Read()) tags.Add(new Tag { Key = row.GetString(0), Value = row.GetString(1) });
        return tags;
    }
}
