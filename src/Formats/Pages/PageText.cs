using System.Text;

namespace Newswire.Formats.Pages;

/// <summary>
/// The texts a page may mean by its story, as HTML: what is marked as the article's body, the longest article element, the paragraphs of the
/// main part or of the page, and, where a page has no paragraphs, the block with most text of its own.
/// </summary>
internal sealed class PageText(int enough)
{
    // Every end tag looks through the open ones.
    private const int DeepestBlocks = 200;

    private readonly Part _body = new(), _main = new(), _page = new();
    private readonly Stack<(string Name, Part Part)> _blocks = new();
    private Part _own = new(), _whole = new(), _article = new(), _block = new();
    private int _tooDeep, _secondLength;

    /// <summary>One article element is long enough for a story, and no other comes near it: else the page is a list.</summary>
    public bool HasOneArticle => _article.Length >= enough && _article.Length > 2 * _secondLength;

    /// <summary>The first of the texts that is long enough for a story; otherwise that of the article element.</summary>
    public string Best =>
        ((Part[])[_body, _article, _main, _page, _block]).FirstOrDefault(part => part.Length >= enough)?.Html ?? (_article.Length > 0 ? _article.Html : _page.Html);

    public void Add(ReadOnlySpan<char> html, bool isText, PagePlace place)
    {
        var length = isText ? html.Trim().Length : 0;
        if (place.InBody) _body.Add(html, length);
        if (place.Articles > 0) _whole.Add(html, length);
        if (place.Articles == 1) _own.Add(html, length);
        if (place.InParagraph) _page.Add(html, length);
        if (place is { InParagraph: true, InMain: true }) _main.Add(html, length);
        // A block of links is a menu.
        if (_blocks.TryPeek(out var block)) block.Part.Add(html, place.InLink ? 0 : length);
    }

    /// <summary>Comments and teasers are articles within the article: its own text counts, where it has enough.</summary>
    public void EndArticle()
    {
        var found = _own.Length >= enough ? _own : _whole;
        _secondLength = Math.Max(_secondLength, Math.Min(found.Length, _article.Length));
        if (found.Length > _article.Length) _article = found;
        (_own, _whole) = (new Part(), new Part());
    }

    public void StartBlock(string name)
    {
        if (_blocks.Count < DeepestBlocks) _blocks.Push((name, new Part()));
        else _tooDeep++;
    }

    public void EndBlock(string name)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        // An end tag without its start, or blocks that were never closed.
        if (!_blocks.Any(b => b.Name == name)) return;
        while (_blocks.TryPop(out var block))
        {
            if (block.Part.Length > _block.Length) _block = block.Part;
            if (block.Name == name) return;
        }
    }

    public void End()
    {
        EndArticle();
        _tooDeep = 0;
        while (_blocks.TryPeek(out var open)) EndBlock(open.Name);
    }

    private sealed class Part
    {
        // No story is longer; a page may be.
        private const int Most = 4_000_000;

        private readonly StringBuilder _html = new();

        public int Length { get; private set; }

        public string Html => _html.ToString();

        public void Add(ReadOnlySpan<char> html, int length)
        {
            if (_html.Length > Most) return;
            _html.Append(html);
            Length += length;
        }
    }
}

/// <summary>Where in a page a tag or text stands.</summary>
internal readonly record struct PagePlace(int Articles, bool InBody, bool InMain, bool InParagraph, bool InLink);
