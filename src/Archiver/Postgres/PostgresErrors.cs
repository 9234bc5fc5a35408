using System.Net.Sockets;
using Npgsql;

namespace Newswire.Archiver.Postgres;

/// <summary>Which errors are the server's or the operator's, and what to do about them.</summary>
internal static class PostgresErrors
{
    public static string? Explain(Exception error, string place)
    {
        var remedy = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification }
                => "Check user and password",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "Create the database, or name another",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => "Give this user the right to create and write tables in the database",
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "This server takes no writes (a replica?): name the primary",
            // Classes: 08 connection, 53 resources, 57 operator intervention, 58 system error.
            PostgresException server when server.SqlState[..2] is "08" or "53" or "57" or "58" => "See the server's log; it is tried again",
            PostgresException => null,
            NpgsqlException or SocketException => "Check that the server runs and can be reached from here",
            _ => null,
        };
        return remedy is null ? null : $"The archive {place} cannot be used: {error.Message}. {remedy}.";
    }
}
