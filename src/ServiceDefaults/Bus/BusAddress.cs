namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Where the bus is: <c>memory:</c> (this process) or <c>rabbitmq://user:pass@host:port/vhost</c>. <see cref="ToString"/> never shows the
/// password.
/// </summary>
public sealed record BusAddress
{
    public static BusAddress Memory { get; } = new();

    /// <summary>Null for the in-memory bus.</summary>
    public string? Host { get; private init; }

    public ushort Port { get; private init; } = 5672;

    public string VirtualHost { get; private init; } = "/";

    public string User { get; private init; } = "guest";

    public string Password { get; private init; } = "guest";

    public bool UseTls { get; private init; }

    public bool IsMemory => Host is null;

    /// <exception cref="FormatException">The text is no bus address; the message says what would be.</exception>
    public static BusAddress Parse(string text)
    {
        if (text is "memory:" or "memory")
            return Memory;

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("rabbitmq" or "rabbitmqs" or "amqp" or "amqps") || uri.Host.Length == 0)
            throw new FormatException($"'{Redact(text)}' is no bus address; use memory: or rabbitmq://user:password@host:5672/vhost");

        var login = uri.UserInfo.Split(':', 2);
        var tls = uri.Scheme is "rabbitmqs" or "amqps";
        var virtualHost = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new BusAddress
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? (ushort)uri.Port : tls ? (ushort)5671 : (ushort)5672,
            VirtualHost = virtualHost.Length == 0 ? "/" : virtualHost,
            User = login[0].Length == 0 ? "guest" : Uri.UnescapeDataString(login[0]),
            Password = login.Length == 2 ? Uri.UnescapeDataString(login[1]) : "guest",
            UseTls = tls,
        };
    }

    public override string ToString() => IsMemory ? "memory:" : $"{(UseTls ? "rabbitmqs" : "rabbitmq")}://{User}@{Host}:{Port}/{(VirtualHost == "/" ? "" : VirtualHost)}";

    private static string Redact(string text)
    {
        var at = text.LastIndexOf('@');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return at > scheme && scheme >= 0 ? string.Concat(text.AsSpan(0, scheme + 3), "…", text.AsSpan(at)) : text;
    }
}
