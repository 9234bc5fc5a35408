using System.Globalization;
using System.Text;

namespace Newswire.Enricher.Entities;

/// <summary>Exact-span scores of one or more documents: a mention counts when its first word, last word and class are right.</summary>
internal sealed class EntityScores
{
    private const int None = Labels.Classes;

    private readonly int[,] _confusion = new int[Labels.Classes + 1, Labels.Classes + 1];
    private readonly int[] _right = new int[Labels.Classes];
    private readonly int[] _found = new int[Labels.Classes];
    private readonly int[] _marked = new int[Labels.Classes];

    /// <summary>Compares the mentions of one document; both lists in text order.</summary>
    public void Add(IReadOnlyList<Mention> marked, IReadOnlyList<Mention> found)
    {
        var bySpan = found.ToDictionary(m => (m.First, m.End), m => m.Class);
        foreach (var mention in marked)
        {
            _marked[(int)mention.Class]++;
            var got = bySpan.TryGetValue((mention.First, mention.End), out var c) ? (int)c : None;
            _confusion[(int)mention.Class, got]++;
            if (got == (int)mention.Class)
            {
                _right[got]++;
            }
        }

        var markedSpans = marked.Select(m => (m.First, m.End)).ToHashSet();
        foreach (var mention in found)
        {
            _found[(int)mention.Class]++;
            if (!markedSpans.Contains((mention.First, mention.End)))
            {
                _confusion[None, (int)mention.Class]++;
            }
        }
    }

    public double F1(EntityClass c) => F1([c]);

    /// <summary>Micro-averaged over the classes given, in percent; 0 when there is nothing to find.</summary>
    public double F1(params EntityClass[] classes)
    {
        var right = classes.Sum(c => _right[(int)c]);
        var total = classes.Sum(c => _found[(int)c] + _marked[(int)c]);
        return total == 0 ? 0 : 200.0 * right / total;
    }

    public double All => F1(EntityClass.Person, EntityClass.Place, EntityClass.Organization, EntityClass.Misc);

    public double WithoutMisc => F1(EntityClass.Person, EntityClass.Place, EntityClass.Organization);

    /// <summary>A table a class and the confusion of classes, as text.</summary>
    public string Report()
    {
        var report = new StringBuilder();
        report.AppendLine("class  precision  recall     F1   marked  found");
        for (var c = 0; c < Labels.Classes; c++)
        {
            Line(report, Labels.BioNames[c], _right[c], _found[c], _marked[c]);
        }

        Line(report, "all", _right.Sum(), _found.Sum(), _marked.Sum());
        Line(report, "no MISC", _right[..3].Sum(), _found[..3].Sum(), _marked[..3].Sum());
        report.AppendLine().AppendLine("marked \\ found   PER    LOC    ORG   MISC   none");
        for (var r = 0; r <= None; r++)
        {
            report.Append((r == None ? "none" : Labels.BioNames[r]).PadRight(14));
            for (var c = 0; c <= None; c++)
            {
                report.Append(r == None && c == None ? "      -" : _confusion[r, c].ToString(CultureInfo.InvariantCulture).PadLeft(7));
            }

            report.AppendLine();
        }

        return report.ToString();
    }

    private static void Line(StringBuilder report, string name, int right, int found, int marked)
    {
        var precision = found == 0 ? 0 : 100.0 * right / found;
        var recall = marked == 0 ? 0 : 100.0 * right / marked;
        var f1 = found + marked == 0 ? 0 : 200.0 * right / (found + marked);
        report.AppendLine(CultureInfo.InvariantCulture, $"{name,-8}{precision,8:F1}{recall,8:F1}{f1,7:F1}{marked,9}{found,7}");
    }
}
