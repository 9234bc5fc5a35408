using System.CommandLine;
using Newswire.Archiver;

namespace Newswire.Cli.Verbs;

/// <summary>Which quarantine entries a verb means.</summary>
internal sealed class QuarantineFilters(bool withIds)
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "Quarantine or dispatch ids, or beginnings of them; none: all that match the options.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _source = new("--source") { Description = "The feed.", HelpName = "NAME" };
    private readonly Option<string?> _stage = new("--stage") { Description = "collect, receive, keep-raw, enrich, archive, translate.", HelpName = "STAGE" };
    private readonly Option<string?> _code = new("--code") { Description = "The cause, e.g. truncated or poison.", HelpName = "CODE" };
    private readonly Option<bool> _all = new("--all") { Description = "Every open entry; needed when nothing narrows the choice." };

    public void AddTo(Command command)
    {
        if (withIds)
        {
            command.Arguments.Add(_ids);
            command.Options.Add(_all);
        }

        command.Options.Add(_source);
        command.Options.Add(_stage);
        command.Options.Add(_code);
    }

    public QuarantineQuery Read(ParseResult parsed) => new() { Source = parsed.GetValue(_source), Stage = parsed.GetValue(_stage), Code = parsed.GetValue(_code) };

    public async Task<IReadOnlyList<QuarantineEntry>> SelectAsync(IArchive archive, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_ids) is { Length: > 0 } ids)
            return await MatchAsync(archive, ids, cancellationToken);

        var query = Read(parsed);
        if (query is { Source: null, Stage: null, Code: null } && !parsed.GetValue(_all))
            throw new CommandFailedException(ExitCodes.Usage, "say which entries: ids, --source, --stage, --code, or --all");
        return await archive.QuarantinedAsync(query, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <exception cref="CommandFailedException">An id names no entry, or several.</exception>
    public static async Task<IReadOnlyList<QuarantineEntry>> MatchAsync(IArchive archive, string[] ids, CancellationToken cancellationToken)
    {
        var entries = await archive.QuarantinedAsync(new QuarantineQuery { IncludeClosed = true }, cancellationToken).ToListAsync(cancellationToken);
        return [.. ids.Select(id =>
        {
            var matches = entries.Where(e => Begins(e.Failure.QuarantineId, id) || Begins(e.Failure.DispatchId, id)).ToList();
            return matches.Count switch
            {
                1 => matches[0],
                0 => throw new CommandFailedException(ExitCodes.SomeFailed, $"no quarantine entry begins with '{id}'"),
                _ => throw new CommandFailedException(ExitCodes.Usage, $"'{id}' begins {matches.Count} entries; give more of it"),
            };
        })];
    }

    private static bool Begins(Guid? id, string start) => id is { } known && start.Length >= 4 && known.ToString().StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
