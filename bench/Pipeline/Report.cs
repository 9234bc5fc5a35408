using System.Globalization;
using System.Text.Json;

namespace Newswire.PipelineBench;

/// <summary>The figures against their targets: a table for people, JSON for machines.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Row> _rows = [];
    private readonly List<PairedResult> _scenarios = [];

    /// <param name="What">What was measured.</param>
    /// <param name="Value">Null: not measured in this run.</param>
    /// <param name="Target">The bound.</param>
    /// <param name="AtLeast">Whether the bound is a least value or a greatest.</param>
    /// <param name="Format">Of value and target.</param>
    /// <param name="Gates">Whether missing it fails the run: only what does not depend on the machine.</param>
    internal sealed record Row(string What, double? Value, double Target, bool AtLeast, string Format, bool Gates)
    {
        public string Verdict => Value is not { } value ? "not measured" : Met(value) ? "met" : "MISSED";

        public bool Failed => Gates && Value is { } value && !Met(value);

        private bool Met(double value) => AtLeast ? value >= Target : value <= Target;
    }

    public bool Failed => _rows.Any(r => r.Failed);

    public void Add(PairedResult result) => _scenarios.Add(result);

    public void Ratio(string what, double target, PairedResult? result) => _rows.Add(new Row(what, result?.Ratio, target, AtLeast: true, "0.00", Gates: false));

    public void AtLeast(string what, double target, double? value) => _rows.Add(new Row(what, value, target, AtLeast: true, "#,0", Gates: false));

    public void AtMost(string what, double target, double? value, bool gates) => _rows.Add(new Row(what, value, target, AtLeast: false, "#,0.0", gates));

    public void Write(TextWriter output)
    {
        output.WriteLine("| what | measured | target | verdict |");
        output.WriteLine("|---|---|---|---|");
        foreach (var row in _rows)
            output.WriteLine($"| {row.What} | {Text(row, row.Value)} | {(row.AtLeast ? "≥" : "≤")} {Text(row, row.Target)} | {row.Verdict} |");

        output.WriteLine();
        output.WriteLine("| median of the legs | product /s | raw /s | ratios of the pairs | processor µs, product | raw | ratio | kB, product | raw |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var s in _scenarios)
        {
            var ratios = string.Join(' ', s.Pairs.Select(p => p.Ratio.ToString("F2", CultureInfo.InvariantCulture)));
            output.Write(string.Create(CultureInfo.InvariantCulture, $"| {s.Name} | {s.Median(p => p.Product.Rate):N0} | {s.Median(p => p.Raw.Rate):N0} | {ratios} "));
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $"| {s.Median(p => p.Product.ProcessorMicroseconds):N0} | {s.Median(p => p.Raw.ProcessorMicroseconds):N0} | {s.Median(p => p.ProcessorRatio):F2} "));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {s.Median(p => p.Product.BytesPerMessage) / 1_000:N1} | {s.Median(p => p.Raw.BytesPerMessage) / 1_000:N1} |"));
        }
    }

    public async Task SaveAsync(FileInfo file, BenchOptions options, Delays? product, Delays? raw)
    {
        var figures = new
        {
            options = new { options.Pairs, options.WarmUp, options.Messages, options.StageMessages, options.DelaySeconds, options.Concurrency },
            targets = _rows.Select(r => new { r.What, r.Value, r.Target, r.AtLeast, r.Verdict }),
            scenarios = _scenarios.Select(s => new { s.Name, s.Ratio, pairs = s.Pairs.Select(p => new { product = Figures(p.Product), raw = Figures(p.Raw), p.Ratio }) }),
            delays = new { product, raw },
        };
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, figures, Indented);
    }

    private static object Figures(Leg leg) => new { leg.Messages, seconds = leg.Time.TotalSeconds, leg.Rate, leg.ProcessorMicroseconds, leg.BytesPerMessage };

    private static string Text(Row row, double? value) => value?.ToString(row.Format, CultureInfo.InvariantCulture) ?? "–";
}
