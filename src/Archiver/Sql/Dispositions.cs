using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Dispositions as the database spells them.</summary>
internal static class Dispositions
{
    /// <summary>
    /// What a row counts as now: an embargo that has passed has released its item, without anybody having to write that down.
    /// </summary>
    public const string Now = "CASE WHEN i.disposition = 'held' AND i.live_from <= @now THEN 'archived' ELSE i.disposition END";

    public static string Text(Disposition disposition) => disposition switch
    {
        Disposition.Archived => "archived",
        Disposition.Duplicate => "duplicate",
        Disposition.Superseded => "superseded",
        Disposition.Held => "held",
        _ => "quarantined",
    };

    public static Disposition Parse(string text) => text switch
    {
        "archived" => Disposition.Archived,
        "duplicate" => Disposition.Duplicate,
        "superseded" => Disposition.Superseded,
        "held" => Disposition.Held,
        "quarantined" => Disposition.Quarantined,
        _ => throw new InvalidOperationException($"The archive has the unknown disposition '{text}'."),
    };
}
