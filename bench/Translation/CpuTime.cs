using System.Diagnostics;
using System.Globalization;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.TranslationBench;

/// <summary>CPU used by this process and by groups of others: what work costs, whatever else the machine does meanwhile.</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100; // USER_HZ of every Linux architecture

    /// <summary>Starts to measure; call the result to stop. Reading /proc costs CPU itself and is kept out.</summary>
    public static Func<double> Start(params IReadOnlyCollection<int> groups)
    {
        var others = groups.SelectMany(ProcessGroup.Members).Sum(Of);
        var own = Own();
        return () =>
        {
            var used = Own() - own;
            return used + groups.SelectMany(ProcessGroup.Members).Sum(Of) - others;
        };
    }

    private static double Own()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
