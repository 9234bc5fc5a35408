using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.Pipeline.BrokerTests.Servers;

/// <summary>
/// A private RabbitMQ server of the installed package: free ports on loopback, its own node name, Erlang port mapper, cookie and data folder. It
/// can be stopped, killed and started again with the same data, and disappears with the test run. Nothing of the system's own broker is touched.
/// </summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-rabbit-").FullName;
    private readonly string _node = $"newswire-{Guid.NewGuid():N}@localhost";
    private readonly Dictionary<string, string> _environment;
    private readonly GuardedProcess _portMapper;
    private GuardedProcess? _broker;

    private RabbitServer()
    {
        var mapperPort = FreePort.Next();
        Address = BusAddress.Parse($"rabbitmq://guest:guest@127.0.0.1:{FreePort.Next()}/");
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = _folder,
            ["LANG"] = "C.UTF-8",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = $"{mapperPort}",
            ["RABBITMQ_NODENAME"] = _node,
            ["RABBITMQ_DIST_PORT"] = $"{FreePort.Next()}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder, "rabbitmq-env.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
            ["RABBITMQ_CTL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        };
        File.WriteAllText(Path.Combine(_folder, "rabbitmq-env.conf"), "");
        File.WriteAllText(Path.Combine(_folder, "enabled_plugins"), "[].\n");
        // Small write-ahead log: a private server per run should cost no gigabyte of disk.
        File.WriteAllText(_environment["RABBITMQ_CONFIG_FILE"], $"""
            listeners.tcp.1 = 127.0.0.1:{Address.Port}
            disk_free_limit.absolute = 100MB
            raft.wal_max_size_bytes = 67108864
            log.console = false
            log.file.level = warning

            """);
        _portMapper = GuardedProcess.Start(null, ["epmd", "-port", $"{mapperPort}", "-address", "127.0.0.1"], _environment);
    }

    public BusAddress Address { get; }

    public string Url => $"rabbitmq://{Address.User}:{Address.Password}@{Address.Host}:{Address.Port}/";

    /// <summary>Where the package keeps its scripts; another version can be named by NEWSWIRE_TEST_RABBITMQ_BIN.</summary>
    public static string Programs => Environment.GetEnvironmentVariable("NEWSWIRE_TEST_RABBITMQ_BIN") is { Length: > 0 } named ? named : "/usr/lib/rabbitmq/bin";

    public static async Task<RabbitServer> CreateAsync()
    {
        if (!File.Exists(Path.Combine(Programs, "rabbitmq-server")))
            throw new InvalidOperationException($"There is no rabbitmq-server in {Programs}. Install the package (apt-get install rabbitmq-server), or point NEWSWIRE_TEST_RABBITMQ at a broker.");
        var server = new RabbitServer();
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, with the data of before; returns when clients can connect.</summary>
    public async Task StartAsync()
    {
        _broker = GuardedProcess.Start(_folder, [Path.Combine(Programs, "rabbitmq-server")], _environment, _folder);
        using var limit = new CancellationTokenSource(StartLimit);
        while (true)
        {
            if (_broker.HasExited || limit.IsCancellationRequested)
                throw new InvalidOperationException($"the private RabbitMQ did not start:\n{_broker.Output}\n{_broker.Errors}\n{Logs()}");
            try
            {
                await using var connection = await RabbitConnections.Factory(Address, "start").CreateConnectionAsync(limit.Token);
                return;
            }
            catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None);
            }
        }
    }

    /// <summary>kill -9: no goodbye to clients, nothing flushed that was not flushed already.</summary>
    public Task KillAsync() => _broker!.KillAsync();

    /// <summary>SIGTERM, as an operator's restart does it.</summary>
    public async Task StopAsync()
    {
        _broker!.Signal(GuardedProcess.SigTerm);
        await _broker.WaitForExitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>rabbitmqctl against this server.</summary>
    public async Task<string> ControlAsync(params string[] arguments)
    {
        var (code, output, errors) = await GuardedProcess.RunAsync([Path.Combine(Programs, "rabbitmqctl"), "-n", _node, .. arguments], _environment, workingFolder: _folder);
        return code == 0 ? output : throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)} failed ({code}): {output}\n{errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        await _portMapper.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The last file of a killed server may still be closing; a temporary folder is not worth a failed test.
        }
    }

    private string Logs() => string.Join('\n', Directory.Exists(_environment["RABBITMQ_LOG_BASE"])
        ? Directory.GetFiles(_environment["RABBITMQ_LOG_BASE"]).Select(File.ReadAllText)
        : []);
}
