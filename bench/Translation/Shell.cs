using System.Diagnostics;
using System.Text;

namespace Newswire.TranslationBench;

internal static class Shell
{
    /// <summary>Runs a shell command over a text and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string command, string input)
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "-c", command } };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
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
