namespace Newswire.Archiver.Sql;

/// <summary>Finds the stories and dispatches an operator means by an id.</summary>
internal sealed class StoryLookup(SqlSession session)
{
    /// <summary>A shorter start of an id means nothing.</summary>
    private const int ShortestPrefix = 4;

    /// <summary>
    /// Stories by dispatch id, uri, provider's id, or a start of one of them that no other story has. The same uri in two source
    /// families is two stories: both are meant.
    /// </summary>
    public async Task<IReadOnlyList<string>> StoriesAsync(string id)
    {
        if (id.Length == 0)
            return [];
        if (Guid.TryParse(id, out var dispatch) && await OfDispatchAsync(dispatch.ToString()) is { } story)
            return [story];
        var exact = await session.QueryAsync<string>("SELECT story_id FROM story_name WHERE name_key = @key ORDER BY story_id", new { key = StoryIdentity.NameKey(id) });
        if (exact.Count > 0 || id.Length < ShortestPrefix)
            return exact;
        var start = DbText.Clean(id, 200);
        var starting = await session.QueryAsync<string>(
            """
            SELECT story_id FROM story_name WHERE name >= @start AND SUBSTR(name, 1, @length) = @start
            AND name < @end
            UNION SELECT story_id FROM item WHERE dispatch_id >= @lower AND dispatch_id < @lowerEnd AND story_id IS NOT NULL
            LIMIT 2
            """,
            new { start, length = start.Length, end = After(start), lower = start.ToLowerInvariant(), lowerEnd = After(start.ToLowerInvariant()) });
        return starting.Count == 1 ? starting : [];
    }

    /// <summary>A dispatch by its id or a start of it that no other dispatch has; it may have no story yet.</summary>
    public async Task<string?> DispatchAsync(string id)
    {
        var start = (DbText.Clean(id, 36) ?? string.Empty).ToLowerInvariant();
        if (start.Length < ShortestPrefix)
            return null;
        var found = await session.QueryAsync<string>(
            "SELECT dispatch_id FROM dispatch WHERE dispatch_id >= @start AND dispatch_id < @end LIMIT 2", new { start, end = After(start) });
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Of several items the first: that is what the document is about.</summary>
    private async Task<string?> OfDispatchAsync(string dispatchId)
        => await session.ScalarAsync<string>(
            "SELECT story_id FROM item WHERE dispatch_id = @dispatchId AND story_id IS NOT NULL ORDER BY item_index LIMIT 1", new { dispatchId });

    /// <summary>After every text that starts like this, in the order of bytes.</summary>
    private static string After(string start) => start + "\U0010FFFF";
}
