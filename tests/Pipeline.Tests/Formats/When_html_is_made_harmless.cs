using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Newswire.Formats.Markup;

namespace Newswire.Pipeline.Tests.Formats;

public sealed class When_html_is_made_harmless
{
    [Theory]
    [InlineData("<p>a<b>b</p><p>c", "<p>a<strong>b</strong></p><p>c</p>")]
    [InlineData("a<br>b", "<p>a<br>b</p>")]
    [InlineData("<div><div>a</div>b</div>", "<p>a</p><p>b</p>")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<li>a", "<ul><li>a</li></ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<h1>t</h1>x", "<h2>t</h2><p>x</p>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "<p>x</p>")]
    [InlineData("<a href='java\nscript:alert(1)'>x</a>", "<p>x</p>")]
    [InlineData("<a href=\"http://e.example/?a=1&amp;b=2\" onclick=x>x</a>", "<p><a href=\"http://e.example/?a=1&amp;b=2\">x</a></p>")]
    [InlineData("<script>alert(1)</script>ok", "<p>ok</p>")]
    [InlineData("<script>alert(1)", "")]
    [InlineData("<svg/onload=alert(1)>ok", "<p>ok</p>")]
    [InlineData("<img src=x onerror=alert(1)>ok", "<p>ok</p>")]
    [InlineData("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>")]
    [InlineData("<p title=\"a>b\">x</p>", "<p>x</p>")]
    [InlineData("this <unlikely> year", "<p>this &lt;unlikely&gt; year</p>")]
    [InlineData("<!-- <p>no</p> -->yes", "<p>yes</p>")]
    [InlineData("<p>a <svg viewBox='0'><title>t</title><text>s</text></svg>b</p>", "<p>a b</p>")]
    [InlineData("<video controls><source src=a.mp4>Your browser plays no video.</video><p>a</p>", "<p>a</p>")]
    [InlineData("<button>Subscribe</button><template><p>t</p></template><select><option>o</select>a", "<p>a</p>")]
    [InlineData("<svg><svg><button>a", "<p>a</p>")]
    [InlineData("<svg/>a<audio>b", "<p>ab</p>")]
    public void Only_balanced_allow_listed_markup_is_left(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken).Html);

    [Theory]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("<p>a  \n b</p>", "a b")]
    [InlineData("a<br>b<br><br>c", "a\nb\n\nc")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "- a\n- b")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li></li><li><div>c</div></ul>d", "- a\n\nb\n\n-\n- c\n\nd")]
    [InlineData("<pre>a  b\n c</pre>", "a  b\n c")]
    [InlineData("caf&eacute; &#8364; &amp;", "café € &")]
    [InlineData("<p>a <b>b</b> <i>c</i></p>", "a b c")]
    public void Its_text_keeps_paragraphs_lines_and_cells(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken).Text);

    [Fact]
    public void Links_are_made_absolute_against_the_base() =>
        Assert.Contains("<a href=\"http://e.example/a/d.html\">", HtmlSanitizer.Clean("<a href='d.html'>x</a>", "http://e.example/a/", TestContext.Current.CancellationToken).Html, StringComparison.Ordinal);

    [Fact]
    public void A_picture_of_one_point_is_left_out_and_others_are_listed()
    {
        var cleaned = HtmlSanitizer.Clean("<img src='http://e.example/p.gif' width=1 height=1><img src='http://e.example/q.jpg' alt='a \"b\"'>x", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["http://e.example/q.jpg"], cleaned.Images);
        Assert.Contains("alt=\"a &quot;b&quot;\"", cleaned.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("p.gif", cleaned.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_thousand_nested_elements_are_no_burden()
    {
        var html = new StringBuilder().Insert(0, "<div>", 20_000).Append("deep").Insert(0, "<b>", 20_000).ToString();

        Assert.Equal("deep", HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void Whatever_comes_in_only_allow_listed_tags_come_out()
    {
        string[] pieces =
        [
            "<p>", "</p>", "<script>", "</script>", "<b", ">", "<", "text", "&lt;", "&", "\"", "'", "=", "<a href=", "javascript:x", "http://e.example/", " onerror=x ", "<img src=",
            "<svg", "<style>", "</style", "<!--", "-->", "<table>", "<td>", "</table>", "<li>", "<ul>", "<pre>", "</pre>", "<iframe>", "<![CDATA[", "]]>", "\0", "<em>", "</a>",
        ];
        var allowed = "p br h2 h3 h4 h5 h6 ul ol li a em strong blockquote table tr th td pre figure figcaption img".Split(' ').ToHashSet(StringComparer.Ordinal);
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(pieces)).ToArbitrary(), parts =>
        {
            var output = HtmlSanitizer.Clean(string.Concat(parts)).Html;
            var open = new Stack<string>();
            var tags = new MarkupTokenizer(output, html: true);
            while (tags.Read())
            {
                if (tags.Kind is MarkupToken.Text) continue;
                var name = tags.Name.ToString();
                if (!allowed.Contains(name) || !AreHarmless(tags.Content)) return false;
                if (name is "br" or "img") continue;
                if (tags.Kind == MarkupToken.Start) open.Push(name);
                else if (open.Count == 0 || open.Pop() != name) return false;
            }

            return open.Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool AreHarmless(ReadOnlySpan<char> attributes)
    {
        var each = new AttributeTokenizer(attributes);
        while (each.Read())
        {
            if (each.Name is "alt") continue;
            if (each.Name is not ("href" or "src") || !each.Value.StartsWith("http://e.example/", StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
