using System.Diagnostics;
using System.Text.RegularExpressions;
using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>Against Debian's packages; exact wording is never asserted.</summary>
public sealed class When_Apertium_is_installed
{
    private const string Missing = "Apertium modes are missing; apt-get install -y --no-install-recommends apertium-fra-cat apertium-spa-cat apertium-eng-spa";

    private static readonly string[] Belga =
    [
        " date 2021-10 (Belga) Le Premier ministre pakistanais Imran Khan a annoncé vendredi, dans un entretien à la télévision turque, une première reprise officielle depuis 2014 de pourparlers de \"paix\" avec les talibans pakistanais.",
        "Le ministre pakistanais de l'Information, Fawad Chaudhry a confirmé lors d'une conférence de presse que ces négociations avaient \"en effet\" lieu en Afghanistan. Une source au sein du TTP a de son côté confirmé à l'AFP la tenue de ces sessions.",
        "Plus de détails : https://example.org/a?b=1&c=2 ou presse@example.org.",
        "***",
        "Le Pakistan n'a pas reconnu le nouveau régime à Kaboul, alors qu'il avait été l'un des trois seuls pays à reconnaître le régime taliban entre 1996 et 2001, avec 1.250 combattants.",
    ];

    private static readonly string[] Names = ["Imran Khan", "Fawad Chaudhry", "TTP", "AFP", "Belga"];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task The_dispatch_is_translated_with_its_names_numbers_and_paragraphs(string target)
    {
        SkipWithoutModes();
        await using var translation = Translating.With([new ApertiumTranslator(new ApertiumOptions(), TimeProvider.System)]);
        var result = await translation.Handler.HandleAsync(
            Translating.Command("fr", target, "Le Premier ministre annonce une reprise des pourparlers", Belga, Names), TestContext.Current.CancellationToken);
        Assert.Equal("translated", result.State);
        Assert.Equal("gist", result.Quality);
        Assert.True(result.MachineTranslated);
        Assert.Equal("apertium", result.Provenance!.Engine);
        Assert.All(result.Provenance.Route, r => Assert.Matches(@"^\w+-\w+ [0-9][0-9.]*$", r));
        Assert.Equal(target == "en" ? ["ca", "es"] : ["ca"], result.Provenance.Pivots);
        Assert.Equal(Belga.Length, result.Fields!.Body.Count);
        Assert.NotEqual("Le Premier ministre annonce une reprise des pourparlers", result.Fields.Headline);
        for (var i = 0; i < Belga.Length; i++)
        {
            var (source, output) = (Belga[i], result.Fields.Body[i]!);
            Assert.All(Names.Where(n => source.Contains(n, StringComparison.Ordinal)), n => Assert.Contains(n, output, StringComparison.Ordinal));
            Assert.Equal(Regex.Matches(source, "[0-9]+").Select(m => m.Value), Regex.Matches(output, "[0-9]+").Select(m => m.Value));
            Assert.Equal(source.TrimEnd()[^1], output.TrimEnd()[^1]);
        }
        Assert.StartsWith(" date 2021-10 (Belga) ", result.Fields.Body[0], StringComparison.Ordinal);
        Assert.Contains("https://example.org/a?b=1&c=2", result.Fields.Body[2], StringComparison.Ordinal);
        Assert.Equal("***", result.Fields.Body[3]);
        Assert.DoesNotContain("numbers", string.Join(' ', result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_at_once_never_mix()
    {
        SkipWithoutModes();
        await using var pool = new ApertiumPool(ApertiumModes.Discover("/usr")["spa-eng"], 2, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var answers = await pool.ExchangeAsync([ApertiumText.Format($"El número {i} es bueno."), ApertiumText.Format($"El día {i}.")], CancellationToken.None);
            Assert.All(answers, a => Assert.Contains($" {i}", a, StringComparison.Ordinal));
        }));
    }

    [Fact]
    public async Task Cancelled_texts_leave_nothing_for_the_next()
    {
        SkipWithoutModes();
        await using var pool = new ApertiumPool(ApertiumModes.Discover("/usr")["spa-eng"], 1, TimeProvider.System);
        var expected = await pool.ExchangeAsync([ApertiumText.Format("El presidente llegó ayer a Madrid.")], CancellationToken.None);
        var random = new Random(7);
        for (var i = 0; i < 30; i++)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(0, 40)));
            try
            {
                await pool.ExchangeAsync([ApertiumText.Format($"Una frase larga que se cancela {i}. " + new string('a', 500))], cancel.Token);
            }
            catch (OperationCanceledException)
            {
            }
        }
        Assert.Equal(expected, await pool.ExchangeAsync([ApertiumText.Format("El presidente llegó ayer a Madrid.")], CancellationToken.None));
    }

    /// <summary>200 times, at random: kill -9 or -STOP of any stage of any pipe while eight callers share three pipes.</summary>
    [Fact]
    public async Task Killing_and_stopping_stages_never_yields_a_wrong_text()
    {
        SkipWithoutModes();
        const int Faults = 200;
        var mode = ApertiumModes.Discover("/usr")["spa-eng"];
        var texts = Enumerable.Range(0, 25).Select(i => ApertiumText.Format($"El ministro número {i} anunció que la reunión tendrá lugar el día {i + 100}.")).ToList();
        IReadOnlyList<string> expected;
        await using (var quiet = new ApertiumPool(mode, 1, TimeProvider.System))
            expected = await quiet.ExchangeAsync(texts, TestContext.Current.CancellationToken);
        Assert.Equal(texts.Count, expected.Distinct(StringComparer.Ordinal).Count());

        await using var pool = new ApertiumPool(mode, 3, TimeProvider.System);
        using var done = new CancellationTokenSource();
        var wrong = 0;
        var right = 0;
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            while (!done.IsCancellationRequested)
            {
                var start = random.Next(texts.Count - 3);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                try
                {
                    var answers = await pool.ExchangeAsync(texts.GetRange(start, 3), patience.Token);
                    if (answers.SequenceEqual(expected.Skip(start).Take(3), StringComparer.Ordinal))
                        Interlocked.Increment(ref right);
                    else
                        Interlocked.Increment(ref wrong);
                }
                catch (Exception e) when (e is OperationCanceledException or PipeBrokenException)
                {
                    // A fault said to be one is what must happen.
                }
            }
        })).ToList();
        var faults = await TormentAsync(pool, Faults, () => Volatile.Read(ref right));
        await done.CancelAsync();
        await Task.WhenAll(callers);

        Assert.Equal(Faults, faults);
        Assert.Equal(0, wrong);
        Assert.True(right > 20, $"only {right} texts got through");
        Assert.Equal(expected.Take(3), await pool.ExchangeAsync(texts.GetRange(0, 3), TestContext.Current.CancellationToken));
    }

    private static async Task<int> TormentAsync(ApertiumPool pool, int faults, Func<int> right)
    {
        var random = new Random(42);
        var done = 0;
        while (done < faults)
        {
            // In the middle of work: a text or two after the last fault, at the latest after half a second.
            var before = right() + random.Next(1, 3);
            for (var waited = 0; right() < before && waited < 25; waited++)
                await Task.Delay(random.Next(5, 20));
            var groups = pool.ProcessIds.ToList();
            if (groups.Count == 0)
                continue;
            var group = groups[random.Next(groups.Count)];
            var stages = ProcessGroup.Members(group).Where(p => p != group).ToList();
            if (stages.Count == 0)
                continue;
            // One in three is stopped: each costs a caller its whole patience.
            using var kill = Process.Start("kill", [random.Next(3) == 0 ? "-STOP" : "-9", stages[random.Next(stages.Count)].ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            done += kill.ExitCode == 0 ? 1 : 0;
        }
        return done;
    }

    private static void SkipWithoutModes()
    {
        var modes = ApertiumModes.Discover("/usr");
        Assert.SkipUnless(modes.ContainsKey("fra-cat") && modes.ContainsKey("cat-spa") && modes.ContainsKey("spa-eng"), Missing);
    }
}
