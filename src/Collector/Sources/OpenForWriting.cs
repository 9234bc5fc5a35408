using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Newswire.Collector.Sources;

/// <summary>
/// Asks Linux whether anybody has a file open for writing: a read lease is refused while somebody does. Other systems and file systems cannot
/// tell; there the settle time alone decides.
/// </summary>
internal static partial class OpenForWriting
{
    private const int SetLease = 1024;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int TryAgain = 11;

    public static bool IsCertain(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (Control(file, SetLease, ReadLease) == 0)
            {
                _ = Control(file, SetLease, NoLease);
                return false;
            }

            return Marshal.GetLastPInvokeError() == TryAgain;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Control(SafeFileHandle file, int command, int argument);
}
