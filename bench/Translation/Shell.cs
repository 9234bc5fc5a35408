using System.Diagnostics;
using System.Text;

namespace Newswire.TranslationBench;

internal static class Shell
{
    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    /// <summary>Runs a shell command over a text and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string command, string input)
    {
        using var process = Start("sh", "-c", command);
        var writing = Task.Run(async () =>
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
        });
        var output = await process.StandardOutput.ReadToEndAsync();
        await writing;
        await process.WaitForExitAsync();
        return output;
    }
}
