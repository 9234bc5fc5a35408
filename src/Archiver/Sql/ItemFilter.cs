using Dapper;
using Newswire.Archiver.Search;

namespace Newswire.Archiver.Sql;

/// <summary>An <see cref="ArchiveQuery"/> as conditions on items (alias i). Values are always parameters.</summary>
internal sealed class ItemFilter
{
    private readonly List<string> _conditions = [];

    private ItemFilter(DateTimeOffset now) => Parameters.Add("now", Instant.Text(now));

    public DynamicParameters Parameters { get; } = new();

    /// <summary>A text without any word: nothing can match.</summary>
    public bool FindsNothing { get; private set; }

    public string Where => _conditions.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", _conditions);

    /// <summary>Items to be shown: of each story the live one, or what the status asks for, or all versions.</summary>
    public static ItemFilter Shown(ArchiveQuery query, SqlStore store, DateTimeOffset now)
    {
        var filter = new ItemFilter(now);
        filter.AddVisibility(query);
        filter.AddContent(query, store);
        filter.Add("i.source = @source", "source", query.Source);
        filter.Add("i.dispatch_id = @dispatch", "dispatch", query.DispatchId?.ToString());
        filter.Add("i.received >= @from", "from", Instant.Text(query.From));
        filter.Add("i.received < @to", "to", Instant.Text(query.To));
        return filter;
    }

    /// <summary>Items by which a dispatch is chosen: any version; empty when the query says nothing about items.</summary>
    public static ItemFilter OfDispatch(ArchiveQuery query, SqlStore store, DateTimeOffset now)
    {
        var filter = new ItemFilter(now);
        if (query.Status == "held")
            filter._conditions.Add("i.disposition = 'held' AND (i.live_from IS NULL OR i.live_from > @now)");
        else
            filter.Add("i.status = @status", "status", query.Status);
        filter.AddContent(query, store);
        return filter;
    }

    private void AddVisibility(ArchiveQuery query)
    {
        _conditions.Add("i.ordinal IS NOT NULL");
        switch (query.Status)
        {
            case "held":
                _conditions.Add("i.disposition = 'held' AND (i.live_from IS NULL OR i.live_from > @now)");
                return;
            case null or "usable" when !query.AllVersions:
                _conditions.Add("i.live_from IS NOT NULL AND i.live_from <= @now");
                return;
            case null:
                return;
        }
        if (!query.AllVersions)
            _conditions.Add("i.is_latest = 1");
        Add("i.status = @status", "status", query.Status);
    }

    private void AddContent(ArchiveQuery query, SqlStore store)
    {
        Add("i.signal = @signal", "signal", query.Signal);
        Add("i.story_id IN (SELECT n.story_id FROM story_name n WHERE n.name_key = @name)", "name", query.Uri is { } uri ? StoryIdentity.NameKey(uri) : null);
        Add(
            "i.item_id IN (SELECT e.item_id FROM entity e WHERE e.entity_key = @entity)",
            "entity",
            string.IsNullOrWhiteSpace(query.Entity) ? null : SearchText.Key(query.Entity));
        if (query.Language is { Length: > 0 } language)
        {
            // "fr" finds fr-BE too; "fr-BE" does not find fr.
            _conditions.Add("(i.language = @language OR SUBSTR(i.language, 1, @prefixLength) = @languagePrefix)");
            Parameters.Add("language", DbText.Clean(language));
            Parameters.Add("languagePrefix", DbText.Clean(language) + "-");
            Parameters.Add("prefixLength", language.Length + 1);
        }
        if (string.IsNullOrWhiteSpace(query.Text))
            return;
        var words = SearchQuery.Parse(query.Text);
        FindsNothing = words.FindsNothing;
        if (words.Required.Count > 0)
            Add($"i.item_id IN {store.Matching("@match")}", "match", store.MatchExpression(words.Required, all: true));
        if (words.Excluded.Count > 0)
            Add($"i.item_id NOT IN {store.Matching("@unmatch")}", "unmatch", store.MatchExpression(words.Excluded, all: false));
    }

    private void Add(string condition, string parameter, string? value)
    {
        if (value is null)
            return;
        _conditions.Add(condition);
        Parameters.Add(parameter, DbText.Clean(value));
    }
}
