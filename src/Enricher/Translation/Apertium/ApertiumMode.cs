using System.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>One installed translation direction, e.g. <c>spa-eng</c>, and how to run it as a long-lived process.</summary>
/// <param name="Name">Of the mode file, without extension.</param>
/// <param name="Source">Primary language subtag.</param>
/// <param name="Target">Primary language subtag.</param>
/// <param name="Version">Version of the package, or a fingerprint of its files where no package manager knows it.</param>
/// <param name="Pipeline">The shell pipeline, every stage flushing at NUL.</param>
public sealed record ApertiumMode(string Name, string Source, string Target, string Version, string Pipeline)
{
    /// <summary>Programs that flush at NUL by themselves or know no such option.</summary>
    private static readonly HashSet<string> WithoutFlushOption = new(StringComparer.Ordinal) { "vislcg3", "cg-mwesplit", "hfst-tokenise", "divvun-suggest" };

    /// <summary>
    /// The shell keeps none of our pipes open: otherwise the death of one of the last stages shows only by timeout, because the shell itself still
    /// holds the writing end.
    /// </summary>
    public string Script => $"exec 3<&0; {FeedFromThree(Pipeline)} & exec 3<&- <&- >&-; wait";

    /// <summary>Programs of the stages, as the shell looks for them.</summary>
    public IEnumerable<string> Programs => SplitStages(Pipeline).Select(s => s.Trim().Split(' ', 2)[0].Trim('\'')).Distinct(StringComparer.Ordinal);

    /// <summary>Turns the text of a mode file into a pipeline that serves many texts: unknown words marked, flushed at each NUL.</summary>
    public static string ToPipeline(string modeFile)
    {
        var stages = SplitStages(modeFile.ReplaceLineEndings(" ").Trim()).Select(stage =>
        {
            var words = stage.Replace("$2", string.Empty, StringComparison.Ordinal).Replace("$1", "-g", StringComparison.Ordinal).Trim();
            var end = words.IndexOf(' ', StringComparison.Ordinal);
            var program = end < 0 ? words : words[..end];
            return WithoutFlushOption.Contains(program) ? words : program + " -z" + words[program.Length..];
        });
        return string.Join(" | ", stages);
    }

    private static string FeedFromThree(string pipeline)
    {
        var stages = SplitStages(pipeline);
        stages[0] = stages[0].Trim() + " <&3 3<&- ";
        return string.Join("|", stages);
    }

    private static List<string> SplitStages(string pipeline)
    {
        var stages = new List<string>();
        var stage = new StringBuilder();
        var quoted = false;
        foreach (var c in pipeline)
        {
            quoted ^= c == '\'';
            if (c == '|' && !quoted)
            {
                stages.Add(stage.ToString());
                stage.Clear();
            }
            else
            {
                stage.Append(c);
            }
        }
        stages.Add(stage.ToString());
        return stages;
    }
}
