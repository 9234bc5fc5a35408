using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>A row of table translation.</summary>
internal sealed class TranslationRow
{
    private Translation? _translation;

    public required string DispatchId { get; set; }

    public int ItemIndex { get; set; }

    public required string Target { get; set; }

    public required string Json { get; set; }

    public required string ChangedAt { get; set; }

    /// <summary>Commands sent by the sweeper since it was last heard of.</summary>
    public int Sends { get; set; }

    public (string DispatchId, int ItemIndex) Key => (DispatchId, ItemIndex);

    public Translation Translation => _translation ??= JsonSerializer.Deserialize(Json, NewswireJson.Wire.Translation)!;
}
