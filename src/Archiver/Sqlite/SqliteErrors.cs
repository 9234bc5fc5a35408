using Microsoft.Data.Sqlite;

namespace Newswire.Archiver.Sqlite;

/// <summary>Which of SQLite's errors are the disk's or the operator's, and what to do about them.</summary>
internal static class SqliteErrors
{
    public const int Busy = 5;
    public const int BusySnapshot = 517;

    public static string? Explain(Exception error, string path)
    {
        var (what, remedy) = error switch
        {
            UnauthorizedAccessException => ("its folder cannot be written", "Give this user write permission on the folder, or name another file"),
            IOException => ("its folder cannot be made or read", "Name a file in a folder that can be written"),
            SqliteException { SqliteErrorCode: Busy or 6 } => ("another process has held its lock for too long", "Stop that process, or try again"),
            SqliteException { SqliteErrorCode: 8 } => ("it is read-only", "Give this user write permission on the file and its folder"),
            SqliteException { SqliteErrorCode: 10 } => ("the disk reports an error", "Check the disk and the free space"),
            SqliteException { SqliteErrorCode: 13 } => ("the disk is full", "Free some space"),
            SqliteException { SqliteErrorCode: 14 } => ("it cannot be opened", "Give this user write permission on the file and its folder, or name another file"),
            SqliteException { SqliteErrorCode: 11 or 26 } => ("it is not an SQLite database, or damaged", "Restore it, or name another file"),
            _ => (null, null),
        };
        return what is null ? null : $"The archive {path} cannot be used: {what} ({error.Message}). {remedy}.";
    }
}
