using System.Globalization;
using System.Text;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>
/// Our own annotations (tools/ModelTrainer/annotations, format in its README.md) laid over the public texts. Counts what does not fit instead of
/// guessing: an entity that is not in its sentence, or that is a part of a word, is left out.
/// </summary>
internal sealed class AnnotatedCorpus(string language, IReadOnlyDictionary<string, RawSentences.Sentence> sentences)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, EntityClass Class)> _spans = [];

    public int UnknownSentences { get; private set; }

    public List<string> NotFound { get; } = [];

    public List<string> PartOfWord { get; } = [];

    public List<TrainingDocument> Read(string path)
    {
        using var tokens = new TokenList();
        var documents = new List<TrainingDocument>();
        var current = "";
        foreach (var line in File.ReadLines(path))
        {
            var columns = line.Split('\t');
            if (!sentences.TryGetValue(columns[0], out var sentence))
            {
                UnknownSentences++;
                continue;
            }

            if (sentence.Document != current)
            {
                Close(documents, tokens, current);
                current = sentence.Document;
            }

            AddSentence(columns[0], sentence.Text, columns.Length > 1 ? columns[1] : "", tokens);
        }

        Close(documents, tokens, current);
        return documents;
    }

    private void Close(List<TrainingDocument> documents, TokenList tokens, string name)
    {
        if (tokens.Count > 0)
        {
            documents.Add(TrainingDocument.Of(_text.ToString(), tokens, _spans, language, "annotated " + name, hasMisc: true));
        }

        tokens.Clear();
        _text.Clear();
        _spans.Clear();
    }

    private void AddSentence(string id, string sentence, string list, TokenList tokens)
    {
        var offset = _text.Length;
        var first = tokens.Count;
        Tokenizer.Tokenize(sentence, tokens, offset);
        tokens.EndSentence();
        _text.Append(sentence).Append('\n');
        var taken = new bool[sentence.Length];
        var entities = list.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Parse).Where(e => e.Surface.Length > 0).Distinct();
        foreach (var (c, surface, occurrence) in entities.OrderByDescending(e => e.Surface.Length))
        {
            var printed = Occurrences(sentence, surface);
            var wanted = (occurrence == 0 ? printed : printed.Skip(occurrence - 1).Take(1)).Where(start => !taken.AsSpan(start, surface.Length).Contains(true)).ToList();
            if (wanted.Count == 0)
            {
                NotFound.Add($"{id}\t{surface}");
            }

            foreach (var start in wanted)
            {
                taken.AsSpan(start, surface.Length).Fill(true);
                AddSpan(id, offset + start, offset + start + surface.Length, c, tokens, first);
            }
        }
    }

    private void AddSpan(string id, int start, int end, EntityClass c, TokenList tokens, int first)
    {
        var (startFits, endFits) = (false, false);
        for (var i = first; i < tokens.Count; i++)
        {
            startFits |= tokens.Starts[i] == start;
            endFits |= tokens.End(i) == end;
        }

        // A full stop that our tokenizer keeps with the word ("Inc.") does not make the name a part of a word.
        for (var i = first; i < tokens.Count && !endFits; i++)
        {
            endFits = tokens.End(i) == end + 1 && _text[end] == '.';
        }

        if (startFits && endFits)
        {
            _spans.Add((start, end, c));
        }
        else
        {
            PartOfWord.Add($"{id}\t{_text.ToString(start, end - start)}");
        }
    }

    private static (EntityClass Class, string Surface, int Occurrence) Parse(string entity)
    {
        var colon = entity.IndexOf(':', StringComparison.Ordinal);
        var c = colon < 0 ? -1 : Array.IndexOf(Labels.BioNames, entity[..colon].Trim());
        if (c < 0)
        {
            return (default, "", 0);
        }

        var surface = entity[(colon + 1)..].Trim();
        var hash = surface.LastIndexOf('#');
        return hash > 0 && int.TryParse(surface.AsSpan(hash + 1), CultureInfo.InvariantCulture, out var occurrence)
            ? ((EntityClass)c, surface[..hash], occurrence)
            : ((EntityClass)c, surface, 0);
    }

    /// <summary>Where the name is printed as whole words, within longer names too.</summary>
    private static IEnumerable<int> Occurrences(string sentence, string surface)
    {
        for (var at = sentence.IndexOf(surface, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(surface, at + 1, StringComparison.Ordinal))
        {
            var end = at + surface.Length;
            var inside = (at > 0 && char.IsLetterOrDigit(sentence[at - 1]) && char.IsLetterOrDigit(surface[0]))
                || (end < sentence.Length && char.IsLetterOrDigit(sentence[end]) && char.IsLetterOrDigit(surface[^1]));
            if (!inside)
            {
                yield return at;
            }
        }
    }
}
