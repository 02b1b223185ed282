using System.Text.Json;
using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Jobs to and from their rows.</summary>
internal static class JobRows
{
    public static void Insert(SqliteConnection connection, NewJob job, string status, long now)
    {
        using var insert = connection.Command(
            """
            INSERT INTO jobs (name, status, created_ms, started_ms, media_bucket, media_key, output_bucket, output_key, request)
            VALUES ($name, $status, $now, $started, $mediaBucket, $mediaKey, $outputBucket, $outputKey, $request) RETURNING id
            """,
            ("$name", job.Name), ("$status", status), ("$now", now), ("$started", status == JobStatus.InProgress ? now : null),
            ("$mediaBucket", job.Media.Bucket), ("$mediaKey", job.Media.Key),
            ("$outputBucket", job.Output.Bucket), ("$outputKey", job.Output.TranscriptKey),
            ("$request", JsonSerializer.Serialize(job.Request with { Tags = null }, TranscribeJson.Default.StartTranscriptionJobRequest)));
        var id = (long)insert.ExecuteScalar()!;
        JobTagRows.Put(connection, id, job.Request.Tags ?? []);
    }

    /// <summary>The jobs that the condition holds for, and in its order.</summary>
    public static List<StoredJob> Select(
        SqliteConnection connection, string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(
            $"""
            SELECT id, name, status, created_ms, started_ms, completed_ms, failure_reason, media_bucket, media_key,
                   output_bucket, output_key, detected_format, detected_rate_hertz, request,
                   identified_language, identified_score, identified_durations
            FROM jobs WHERE {condition}
            """,
            parameters);
        using var row = command.ExecuteReader();
        var jobs = new List<StoredJob>();
        while (row.Read()) jobs.Add(Read(row));
        return jobs;
    }

    private static StoredJob Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Name = row.GetString(1),
        Status = row.GetString(2),
        CreationTime = Moment(row, 3)!.Value,
        StartTime = Moment(row, 4),
        CompletionTime = Moment(row, 5),
        FailureReason = row.IsDBNull(6) ? null : row.GetString(6),
        Media = new(row.GetString(7), row.GetString(8)),
        Output = new(row.GetString(9), row.GetString(10)),
        DetectedFormat = row.IsDBNull(11) ? null : row.GetString(11),
        DetectedRateHertz = row.IsDBNull(12) ? null : row.GetInt32(12),
        Request = JsonSerializer.Deserialize(row.GetString(13), TranscribeJson.Default.StartTranscriptionJobRequest)!,
        IdentifiedLanguage = row.IsDBNull(14) ? null : row.GetString(14),
        IdentifiedScore = row.IsDBNull(15) ? null : row.GetDouble(15),
        IdentifiedLanguages = row.IsDBNull(16) ? null : JsonSerializer.Deserialize(row.GetString(16), TranscribeJson.Default.IReadOnlyListLanguageCodeItem),
    };

    /// <summary>The column of the languages identified; null: none were asked for.</summary>
    public static string? Durations(IReadOnlyList<LanguageDuration>? durations) => durations is null ? null : JsonSerializer.Serialize(
        [.. durations.Select(language => new LanguageCodeItem(language.LanguageCode, language.DurationInSeconds))],
        TranscribeJson.Default.IReadOnlyListLanguageCodeItem);

    private static DateTimeOffset? Moment(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
