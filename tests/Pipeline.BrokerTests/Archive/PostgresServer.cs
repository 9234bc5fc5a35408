using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Newswire.Pipeline.BrokerTests.Archive;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Newswire.Pipeline.BrokerTests.Archive;

/// <summary>
/// One PostgreSQL for all tests of a run: the one NEWSWIRE_TEST_POSTGRES names (postgres://user:password@host:port, allowed to create databases), else
/// a private one in a temporary folder, on loopback, started when first needed. It stops when the test run ends, in whatever way.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Reading standard input keeps the shell waiting until the test run closes it, or dies.
    private const string Script = """
        set -e
        as=; [ "$(id -u)" = 0 ] && as="runuser -u postgres --"
        bin=$1; port=$2; folder=$(mktemp -d)
        [ -n "$as" ] && chown postgres "$folder"
        cd /
        $as "$bin/initdb" -D "$folder/data" -U newswire -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
        $as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" start \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=60" >"$folder.log" 2>&1 </dev/null \
            || { cat "$folder.log"; exit 1; }
        echo ready
        cat >/dev/null
        $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        rm -rf "$folder" "$folder.log"
        """;

    private readonly Lazy<Task<string>> _address;
    private Process? _shell;
    private int _databases;

    public PostgresServer() => _address = new Lazy<Task<string>>(StartAsync);

    /// <summary>A new, empty database; its address as <c>--archive</c> takes it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var server = await _address.Value;
        var name = $"newswire_test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE template0");
        return $"{server}/{name}";
    }

    public async Task DropDatabaseAsync(string address)
        => await ExecuteAsync(await _address.Value, $"DROP DATABASE {address[(address.LastIndexOf('/') + 1)..]} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (_shell is null)
            return;
        _shell.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _shell.WaitForExitAsync(patience.Token);
        _shell.Dispose();
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        var uri = new Uri(server);
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = "postgres",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("NEWSWIRE_TEST_POSTGRES") is { Length: > 0 } given)
            return given.TrimEnd('/');
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (programs is null)
            throw new InvalidOperationException("No PostgreSQL found: install the package postgresql, or name a server in NEWSWIRE_TEST_POSTGRES.");
        var port = FreePort();
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-c", Script, "postgres-for-tests", programs, port.ToString(System.Globalization.CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        _shell = Process.Start(start)!;
        var output = new List<string>();
        while (await _shell.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                return $"postgres://newswire@127.0.0.1:{port}";
            output.Add(line);
        }
        throw new InvalidOperationException("PostgreSQL did not start: " + string.Join(Environment.NewLine, output));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
