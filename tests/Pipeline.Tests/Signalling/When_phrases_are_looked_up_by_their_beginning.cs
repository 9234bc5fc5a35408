using Newswire.Formats.Signalling;

namespace Newswire.Pipeline.Tests.Signalling;

/// <summary>A line meets every phrase it begins with: to leave one out is to miss a kill.</summary>
public sealed class When_phrases_are_looked_up_by_their_beginning
{
    [Fact]
    public void A_line_in_any_case_meets_every_marker_it_begins_with()
    {
        foreach (var marker in SignalMarkers.All)
        {
            foreach (var text in (string[])[marker.Text, marker.Text.ToLowerInvariant(), marker.Text.ToUpperInvariant()])
            {
                Assert.Contains(marker, SignalMarkers.At(text).ToArray());
                Assert.Contains(marker, SignalMarkers.At(text + " - un texte").ToArray());
            }
        }
    }

    [Theory]
    [InlineData("émeute", "ÉMEUTE au stade")]
    [InlineData("до", "ДО", "до завтра", "До")]
    [InlineData("l'", "L'avis", "l'a")]
    [InlineData("k9x", "K9X")]
    public void Letters_beyond_ascii_and_short_phrases_count(string phrase, params string[] lines)
    {
        var phrases = new ByFirstLetters<string>([phrase, "zz top"], text => text);
        foreach (var line in lines) Assert.Single(phrases.For(line).ToArray());
        Assert.Empty(phrases.For("zx").ToArray());
        Assert.Empty(phrases.For(phrase.AsSpan(0, 1)).ToArray());
    }
}
