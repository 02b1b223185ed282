using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TranscribeConsole.Data;

/// <summary>Why the database could not be used, in words; what is no matter of the database itself is none.</summary>
/// <param name="Message">For everybody: what it means for what they did.</param>
/// <param name="Advice">For administrators: what to look at. Names servers and settings, and holds no secret.</param>
public sealed record DatabaseFailure(string Message, string Advice)
{
    private const string Again = "This was not done. Try again in a moment.";
    private const string Ask = "This was not done. Tell an administrator.";
    private const string OfSqlite = $"{AppDatabaseFile.Name} in App:DataDirectory";

    /// <summary>Of an exception or its causes: what EF Core and the providers wrap, lies within.</summary>
    public static DatabaseFailure? Of(Exception? exception)
    {
        if (exception is OperationCanceledException) return null; // whoever asked has gone
        if (exception is NotRecordedException) return Of(exception.InnerException) is { } failure ? failure with { Message = exception.Message } : null;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite) return OfFile(sqlite);
            if (cause is DbException server) return OfServer(server);
        }

        return null;
    }

    /// <summary>Whether a database has refused, for whatever reason: for work that is tried again later.</summary>
    public static bool IsOne(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException) return true;
        return false;
    }

    // https://www.sqlite.org/rescode.html
    private static DatabaseFailure? OfFile(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => new($"The console's database is busy. {Again}", $"Another process holds {OfSqlite}: wait until it is done, or end it."),
        13 => new($"The server's disk is full. {Ask}", $"There is no room for {OfSqlite}: free some on its disk."),
        3 or 8 or 10 or 14 => new($"The console's database can't be used. {Ask}", $"{OfSqlite} can't be read or written: look at its disk and its permissions. SQLite says: {exception.Message}"),
        11 or 26 => new($"The console's database is damaged. {Ask}", $"{OfSqlite} is damaged: stop the console and restore a backup. SQLite says: {exception.Message}"),
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html. Without a state the server did not answer.
    private static DatabaseFailure? OfServer(DbException exception) => exception.SqlState switch
    {
        "53100" => new($"The database server's disk is full. {Ask}", "PostgreSQL has no room on its disk: free some."),
        "25006" => new($"The console's database can't be written. {Ask}", "PostgreSQL takes no changes: Database:ConnectionString leads to a standby, or to a server that is read-only."),
        { } state when state[..2] is not ("08" or "28" or "3D" or "53" or "57" or "58") => null,
        _ => new(
            "The console's database does not answer. What you just did may not have been saved: look, when the console is back, before you do it again.",
            $"PostgreSQL can't be used; as soon as it can, the console goes on by itself. Look at the server, and at Database:ConnectionString. {Words(exception)}"),
    };

    private static string Words(DbException exception) =>
        exception.SqlState is null && exception.InnerException is { } inner ? $"{exception.Message.TrimEnd('.')}: {inner.Message}" : exception.Message;
}

/// <summary>What somebody asked for was done; that they did it could not be written into the audit.</summary>
public sealed class NotRecordedException(Exception innerException)
    : Exception("It was done, but the console's database could not record it yet. Look before you do it again.", innerException);
