using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

/// <summary>What every archive promises; each store subclasses the parts of this. A test has an empty archive to itself.</summary>
public abstract partial class ArchiveContract : IAsyncLifetime
{
    private readonly List<IArchive> _opened = [];

    internal ManualTime Time { get; } = new();

    protected IArchive Archive => _opened[0];

    protected abstract string Address { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await CreateDatabaseAsync();
        await Open().InitializeAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAllAsync();
        await DropDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task CloseAllAsync()
    {
        foreach (var archive in _opened)
            await archive.DisposeAsync();
        _opened.Clear();
    }

    protected abstract Task CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    /// <summary>Another program on the same archive.</summary>
    protected IArchive Open()
    {
        var archive = ArchiveFactory.Create(Address, Time);
        _opened.Add(archive);
        return archive;
    }

    protected async Task<ArchivedItem> Write(DispatchEnriched item) => Assert.Single(await Archive.WriteAsync([item], Cancel));

    protected async Task<List<NewsRecord>> Find(ArchiveQuery query)
    {
        var found = new List<NewsRecord>();
        await foreach (var record in Archive.FindAsync(query, Cancel))
            found.Add(record);
        return found;
    }

    protected async Task<List<string>> Bodies(ArchiveQuery query) => Texts(await Find(query));

    protected async Task<List<string>> Search(string text) => await Bodies(new ArchiveQuery { Text = text });

    protected async Task<List<QuarantineEntry>> Quarantine(QuarantineQuery? query = null)
    {
        var entries = new List<QuarantineEntry>();
        await foreach (var entry in Archive.QuarantinedAsync(query ?? new QuarantineQuery(), Cancel))
            entries.Add(entry);
        return entries;
    }

    protected async Task<List<StoredDispatch>> Stored(ArchiveQuery query, Guid? after = null)
    {
        var stored = new List<StoredDispatch>();
        await foreach (var dispatch in Archive.DispatchesAsync(query, after, Cancel))
            stored.Add(dispatch);
        return stored;
    }

    protected Task<Books> Audit() => Archive.AuditAsync(new ArchiveQuery(), Cancel);

    protected static List<string> Texts(IEnumerable<NewsRecord> records) => [.. records.Select(Body)];

    protected static string Body(NewsRecord record) => record.Item.Bodies![0].Value;
}
