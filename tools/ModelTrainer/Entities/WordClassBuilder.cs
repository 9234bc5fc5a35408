using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>
/// Word classes from running text: positive pointwise mutual information with the neighbours, random projection, k-means at three sizes.
/// Words that only the frequency list knows get their frequency alone.
/// </summary>
internal sealed class WordClassBuilder(int seed)
{
    private const int Dimensions = 64;
    private const int Rounds = 8;

    private readonly Dictionary<uint, int> _counts = [];
    private readonly Dictionary<(uint Word, uint Context), float> _pairs = [];
    private readonly List<uint[]> _sentences = [];
    private readonly Dictionary<uint, (int Small, int Capital)> _writings = [];

    public void Add(uint[] sentence)
    {
        _sentences.Add(sentence);
        foreach (var word in sentence)
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Notes how a word is written within a sentence.</summary>
    public void AddWriting(uint word, bool capital)
    {
        var (small, large) = _writings.GetValueOrDefault(word);
        _writings[word] = capital ? (small, large + 1) : (small + 1, large);
    }

    /// <param name="frequent">Words of the language, most frequent first.</param>
    public WordClasses Build(IReadOnlyList<uint> frequent, int minimumCount, int contexts)
    {
        var words = _counts.Where(c => c.Value >= minimumCount).Select(c => c.Key).Order().ToArray();
        var vectors = Vectors(words, [.. _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(contexts).Select(c => c.Key)]);
        var known = Enumerable.Range(0, words.Length).Where(i => Dense.Norm(vectors[i]) > 0).ToArray();
        float[][] points = [.. known.Select(i => Dense.Normalize(vectors[i]))];
        var coarse = Cluster(points, 64);
        var middle = Cluster(points, 255);
        var fine = Cluster(points, 1000);
        var classes = new Dictionary<uint, WordClass>();
        for (var i = 0; i < known.Length; i++)
        {
            classes[words[known[i]]] = new WordClass((byte)(coarse[i] + 1), (byte)(middle[i] + 1), (ushort)(fine[i] + 1), 0);
        }

        for (var rank = frequent.Count - 1; rank >= 0; rank--)
        {
            classes[frequent[rank]] = classes.GetValueOrDefault(frequent[rank]) with { Frequency = Bucket(rank) };
        }

        foreach (var word in classes.Keys)
        {
            classes[word] = classes[word] with { Habit = HabitOf(word) };
        }

        return new WordClasses(classes);
    }

    private WordHabit HabitOf(uint word)
    {
        const int Fewest = 6;
        const double Most = 0.9;
        var (small, capital) = _writings.GetValueOrDefault(word);
        var all = small + capital;
        if (all < Fewest)
        {
            return WordHabit.Unknown;
        }

        return small >= Most * all ? WordHabit.Small : capital >= Most * all ? WordHabit.Capital : WordHabit.Either;
    }

    private static byte Bucket(int rank) => rank switch { < 100 => 1, < 400 => 2, < 1500 => 3, < 5000 => 4, < 12000 => 5, _ => 6 };

    private float[][] Vectors(uint[] words, HashSet<uint> contexts)
    {
        var number = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i);
        foreach (var s in _sentences)
        {
            for (var i = 0; i < s.Length; i++)
            {
                if (number.ContainsKey(s[i]))
                {
                    Neighbours(s, i, contexts);
                }
            }
        }

        var wordTotals = new Dictionary<uint, double>();
        var contextTotals = new Dictionary<uint, double>();
        var total = 0.0;
        foreach (var ((word, context), count) in _pairs)
        {
            wordTotals[word] = wordTotals.GetValueOrDefault(word) + count;
            contextTotals[context] = contextTotals.GetValueOrDefault(context) + count;
            total += count;
        }

        float[][] vectors = [.. words.Select(_ => new float[Dimensions])];
        foreach (var ((word, context), count) in _pairs)
        {
            var information = Math.Log(count * total / (wordTotals[word] * contextTotals[context]));
            if (information > 0)
            {
                Dense.AddScaled(vectors[number[word]], Projection(context), (float)information);
            }
        }

        return vectors;
    }

    private void Neighbours(uint[] s, int i, HashSet<uint> contexts)
    {
        for (var d = -2; d <= 2; d++)
        {
            if (d == 0)
            {
                continue;
            }

            var neighbour = i + d < 0 || i + d >= s.Length ? (uint)(d < 0 ? 1 : 2) : s[i + d];
            if (neighbour > 2 && !contexts.Contains(neighbour))
            {
                continue;
            }

            var key = (s[i], FeatureHash.Pair(neighbour, (uint)(d + 2)));
            _pairs[key] = _pairs.GetValueOrDefault(key) + (Math.Abs(d) == 1 ? 1f : 0.5f);
        }
    }

    private static float[] Projection(uint context)
    {
        var random = new Random((int)context);
        var vector = new float[Dimensions];
        foreach (ref var v in vector.AsSpan())
        {
            v = random.NextSingle() - 0.5f;
        }

        return vector;
    }

    private int[] Cluster(float[][] points, int k)
    {
        var random = new Random(seed);
        k = Math.Min(k, points.Length);
        float[][] centers = [.. Enumerable.Range(0, points.Length).OrderBy(_ => random.Next()).Take(k).Select(i => (float[])points[i].Clone())];
        var nearest = new int[points.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, points.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => nearest[i] = Nearest(points[i], centers));
            float[][] sums = [.. centers.Select(_ => new float[Dimensions])];
            for (var i = 0; i < points.Length; i++)
            {
                Dense.AddScaled(sums[nearest[i]], points[i], 1);
            }

            for (var c = 0; c < k; c++)
            {
                centers[c] = Dense.Norm(sums[c]) > 0 ? Dense.Normalize(sums[c]) : centers[c];
            }
        }

        return nearest;
    }

    private static int Nearest(float[] point, float[][] centers)
    {
        var (best, score) = (0, float.MinValue);
        for (var c = 0; c < centers.Length; c++)
        {
            var dot = Dense.Dot(point, centers[c]);
            (best, score) = dot > score ? (c, dot) : (best, score);
        }

        return best;
    }
}
