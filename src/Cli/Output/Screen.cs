using Spectre.Console;

namespace Newswire.Cli.Output;

/// <summary>Data goes to standard output, progress and remarks to standard error; colours and progress bars only on a terminal.</summary>
internal static class Screen
{
    /// <summary>Data for people.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Progress and remarks.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Runs work with a progress bar on a terminal, without one elsewhere. The work reports (done, total).</summary>
    public static async Task<T> WithProgressAsync<T>(string title, Func<Action<long, long>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work((_, _) => { });

        T result = default!;
        await Error.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                result = await work((done, total) =>
                {
                    task.MaxValue = Math.Max(1, total);
                    task.Value = done;
                });
            });
        return result;
    }

    /// <summary>A text from a dispatch for one cell of a table: one line, no control characters that a terminal would obey, bounded.</summary>
    public static string Cell(string? text, int width = 80)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new string([.. text.Select(c => char.IsControl(c) || c is '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' ? ' ' : c)]);
        return Markup.Escape(clean.Length <= width ? clean : string.Concat(clean.AsSpan(0, width - 1), "…"));
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // A redirected table has no screen to fit.
        if (redirected)
            console.Profile.Width = 200;
        return console;
    }
}
