using System.Globalization;
using Newswire.Formats.Markup;
using Newswire.Formats.Wire;
using Newswire.Formats.Writing;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Thirty-two characters at a time give what one at a time gives, wherever in a block a character stands.</summary>
public sealed class When_characters_are_looked_for_in_blocks
{
    private static readonly char[] Telling = [.. "ab Z.\t\n\r\0\u0085\u00A0éþÿĀ\u0300\u0301\u1680\u2003\u2019\u200B\u202E\u202F\u3000日\uFEFF\uFFFF"];

    [Fact]
    public void Words_are_runs_between_blanks_of_any_kind()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Text(random);
            var words = 0;
            for (var at = 0; at < text.Length; at++)
                if (!char.IsWhiteSpace(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1]))) words++;
            Assert.Equal(words, WordCount.Of(text));
        }
    }

    [Fact]
    public void Every_character_is_a_blank_or_none_as_the_framework_says()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.Equal(char.IsWhiteSpace((char)c) ? 2 : 1, WordCount.Of(new string('x', 15) + (char)c + new string('x', 1 + (c % 50))));
    }

    [Fact]
    public void Every_control_and_half_character_is_taken_out_wherever_it_stands()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var (one, changed) = ((char)c, false);
            var clean = SafeText.Clean(new string('x', c % 70) + one + "xx", ref changed);
            var suspect = (char.IsControl(one) && one is not ('\t' or '\n' or '\r')) || char.IsSurrogate(one);
            Assert.Equal(suspect, changed);
            Assert.Equal(suspect, !clean.Contains(one, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(40, true)]
    public void Nine_marks_on_one_letter_are_a_pile(int marks, bool unusual)
    {
        for (var before = 0; before < 70; before++)
            Assert.Equal(unusual, SafeText.HasUnusual(new string('x', before) + "e" + new string('\u0301', marks) + "xx"));
    }

    [Fact]
    public void Marks_are_piled_as_one_at_a_time_shows_them()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(8) == 0 ? "e" : "\u0301"));
            var (longest, run) = (0, 0);
            foreach (var c in text) longest = Math.Max(longest, run = char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? run + 1 : 0);
            Assert.Equal(longest > 8, SafeText.HasUnusual(text));
        }
    }

    [Theory]
    [InlineData("Un porte-parole l'a confirmé à l'AFP.", "AFP")]
    [InlineData("Das sagte er der dpa am Montag, wie auch die epd meldet.", "dpa,epd")]
    [InlineData("Les débats du mandat ont repris; le dpasse est un mot.", "")]
    [InlineData("Le numéro 3AFP compte, pas xAFP ni é2AFP ni AFPx.", "AFP")]
    [InlineData("Об этом сообщает ТАСС. ČTK to potvrdila – řekla ČTK.", "TASS,CTK")]
    [InlineData("据新华社报道，会议已经结束。", "Xinhua")]
    [InlineData("iPhone新華社AP通信が伝えた。", "Xinhua")]
    [InlineData("AFP通信が伝えた。АФП сообщает.", "AFP")]
    public void Agencies_are_found_wherever_a_word_begins(string text, string agencies)
    {
        for (var before = 0; before < 40; before++)
        {
            var found = QuotedAgencies.Find(new string('.', before) + " " + text, []);
            Assert.Equal(agencies, string.Join(',', (found ?? []).Select(source => source.Name)));
            Assert.All(found ?? [], source => Assert.True(source.Span![0] > before));
        }
    }

    [Fact]
    public void The_places_of_a_set_are_those_one_at_a_time_finds()
    {
        var sets = new[] { new CharRanges(('a', 'c')), new CharRanges(('a', 'a'), ('Z', 'Z'), (' ', ' '), ('é', 'ÿ'), ('\u2000', '\uFFFF')) };
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var (text, set) = (Text(random), sets[i % 2]);
            var places = set.In(text);
            for (var start = 0; start <= text.Length; start += random.Next(1, 9))
            {
                var one = start;
                while (one < text.Length && !set.Contains(text[one])) one++;
                Assert.Equal(one, places.From(start));
            }
        }
    }

    [Fact]
    public void What_is_plain_is_what_cleaning_would_leave_as_it_is()
    {
        var (random, plain) = (new Random(4), 0);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Text(random);
            if (i % 2 == 0) text = string.Concat(text.Where(c => c is >= ' ' and < '\u0100')).Replace("  ", " ", StringComparison.Ordinal).Replace('\u0085', 'x').Replace('\u00A0', 'y');
            var changed = false;
            var clean = SafeText.Clean(text, ref changed);
            if (SafeText.IsPlain(text))
                Assert.True(!changed && !SafeText.HasUnusual(text) && !text.Contains('\r', StringComparison.Ordinal));
            if (!SafeText.IsPlainLine(text)) continue;
            plain++;
            Assert.Equal((text, false), (HtmlText.Fold(clean), changed));
        }

        Assert.True(plain > 500);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(140)).Select(_ => Telling[random.Next(Telling.Length)]));
}
