using System.Text;

namespace Newswire.Enricher.Entities;

/// <summary>
/// A text with the mentions that a human marked, made from one word a line with IOB2 tags. The words are joined by blanks and cut again by our
/// <see cref="Tokenizer"/> inside their limits, so that a corpus with other rules ("l'AFP" as one word) is read as a dispatch would be.
/// </summary>
internal sealed class BioDocument
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    /// <summary>Words of the file as [start, length] in <see cref="Text"/>, and the index after the last word of each sentence.</summary>
    public List<(int Start, int Length)> Words { get; } = [];

    public List<int> SentenceEnds { get; } = [];

    /// <summary>Marked mentions, over <see cref="Words"/>.</summary>
    public List<Mention> Gold { get; } = [];

    /// <summary>Reads a file: blank line ends a sentence, -DOCSTART- starts a document. Tags other than PER, LOC, ORG, MISC are an error.</summary>
    /// <param name="windowSentences">Without any -DOCSTART- the file is cut into documents of this many sentences.</param>
    public static List<BioDocument> Read(TextReader file, int windowSentences = 20)
    {
        var documents = new List<BioDocument>();
        var current = new BioDocument();
        var marked = false;
        var number = 0;
        while (file.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                marked = true;
                Close();
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                current.EndSentence();
                if (!marked && current.SentenceEnds.Count >= windowSentences)
                {
                    Close();
                }
            }
            else
            {
                current.AddWord(line, number);
            }
        }

        Close();
        return documents;

        void Close()
        {
            current.EndSentence();
            if (current.Words.Count > 0)
            {
                documents.Add(current);
                current = new BioDocument();
            }
        }
    }

    /// <summary>Cuts the words into our tokens.</summary>
    public void Tokenize(TokenList tokens)
    {
        var text = Text;
        tokens.Clear();
        var sentence = 0;
        for (var w = 0; w < Words.Count; w++)
        {
            var (start, length) = Words[w];
            var from = tokens.Count;
            Tokenizer.Tokenize(text.AsSpan(start, length), tokens, start);
            if (tokens.Count == from)
            {
                tokens.Add(start, length);
            }

            if (w + 1 == SentenceEnds[sentence])
            {
                tokens.EndSentence();
                sentence++;
            }
        }
    }

    private void AddWord(string line, int number)
    {
        var columns = line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
        var tag = columns[^1];
        if (columns.Length < 2)
        {
            throw new FormatException($"Line {number}: \"{line}\" has no tag; expected a word, a tab and an IOB2 tag.");
        }

        Words.Add((_text.Length, columns[0].Length));
        _text.Append(columns[0]).Append(' ');
        if (tag == "O")
        {
            return;
        }

        var c = Array.IndexOf(Labels.BioNames, tag[Math.Min(2, tag.Length)..]);
        if (c < 0 || tag[1] != '-' || tag[0] is not ('B' or 'I'))
        {
            throw new FormatException($"Line {number}: tag \"{tag}\"; expected O or B-/I- with PER, LOC, ORG or MISC.");
        }

        var sentenceStart = SentenceEnds.Count == 0 ? 0 : SentenceEnds[^1];
        var last = Words.Count - 1;
        if (tag[0] == 'I' && Gold.Count > 0 && Gold[^1].End == last && (int)Gold[^1].Class == c && last > sentenceStart)
        {
            Gold[^1] = Gold[^1] with { End = Words.Count };
        }
        else
        {
            Gold.Add(new Mention(last, Words.Count, (EntityClass)c, 0));
        }
    }

    private void EndSentence()
    {
        if (Words.Count > (SentenceEnds.Count == 0 ? 0 : SentenceEnds[^1]))
        {
            SentenceEnds.Add(Words.Count);
        }
    }
}
