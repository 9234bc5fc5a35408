using System.Runtime.InteropServices;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// A shell pipeline is a group of processes; all of it must go at once. Walking the tree from the shell finds nothing when the shell has died first,
/// the group is still there.
/// </summary>
internal static partial class ProcessGroup
{
    private const int SigKill = 9;

    /// <summary>Kills every member; a group that is gone already is no error.</summary>
    /// <param name="leader">Its first process.</param>
    /// <param name="leaderIsAlive">Not known to have ended: its id cannot mean another process.</param>
    public static void Kill(int leader, bool leaderIsAlive)
    {
        // Never 0 or 1: those would be our own group, or everybody.
        if (leader <= 1)
            return;
        // A process just started has no group of its own yet: then the process itself is killed, and once more the group, in case both happened at once.
        if (NativeKill(-leader, SigKill) == 0 || !leaderIsAlive)
            return;
        _ = NativeKill(leader, SigKill);
        _ = NativeKill(-leader, SigKill);
    }

    /// <summary>Proportional memory of all members in MiB; 0 where the kernel does not tell.</summary>
    public static double MemoryMiB(int leader)
        => Members(leader).Sum(ProportionalKiB) / 1024.0;

    /// <summary>Process ids in the group.</summary>
    public static IReadOnlyList<int> Members(int leader)
        => [.. Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0]) && GroupOf(f) == leader)
            .Select(f => int.Parse(Path.GetFileName(f), System.Globalization.CultureInfo.InvariantCulture))];

    private static int GroupOf(string folder)
    {
        try
        {
            // Fields after the parenthesized name: state, parent, group.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return -1; // gone meanwhile, or not ours
        }
    }

    private static long ProportionalKiB(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativeKill(int pid, int signal);
}
