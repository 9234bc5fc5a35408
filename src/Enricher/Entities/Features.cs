using System.Numerics;

namespace Newswire.Enricher.Entities;

/// <summary>
/// The features of one token, hashed: the word, its shape and affixes, its neighbours, what lists and word classes say, and the run of
/// capitalized words it stands in. Training and recognition use this same method, so a model always sees what it was trained on.
/// </summary>
internal static class Features
{
    /// <summary>Upper limit of features a token.</summary>
    public const int Max = 96;

    private const uint Edge = 0x5bd1e995;

    public static int Extract(SentenceForms sentence, int at, Span<uint> features)
    {
        var forms = sentence.Forms;
        ref readonly var here = ref forms[at];
        var before = at > 0 ? forms[at - 1] : Outside;
        var after = at + 1 < forms.Length ? forms[at + 1] : Outside;
        var before2 = at > 1 ? forms[at - 2] : Outside;
        var after2 = at + 2 < forms.Length ? forms[at + 2] : Outside;
        var n = Spelling(here, features);
        n += Window(here, before, after, before2, after2, features[n..]);
        n += Knowledge(here, before, after, before2, after2, features[n..]);

        var first = at == 0 ? 1u : 0u;
        features[n++] = FeatureHash.Mix(60, FeatureHash.Pair(here.Shape, first));
        features[n++] = FeatureHash.Mix(61, FeatureHash.Pair(here.Shape, (first * 16) + here.Class.Frequency));
        features[n++] = FeatureHash.Mix(62, (uint)sentence.Case);
        if (sentence.Case != LetterCase.Mixed)
        {
            // Capitals say nothing here: words and classes, learnt from all such sentences together, must carry the decision.
            n += Caseless(here, before, after, features[n..]);
        }
        else if (here.Capital)
        {
            n += Run(forms, here, at, features[n..]);
        }

        return n;
    }

    private static WordForm Outside => new() { Word = Edge, Shape = Edge, LongShape = Edge, Suffix3 = Edge };

    private static int Spelling(in WordForm here, Span<uint> features)
    {
        features[0] = FeatureHash.Mix(1, here.Word);
        features[1] = FeatureHash.Mix(2, FeatureHash.Pair(here.Word, here.LongShape));
        features[2] = FeatureHash.Mix(3, here.Shape);
        features[3] = FeatureHash.Mix(4, here.LongShape);
        features[4] = FeatureHash.Mix(5, here.Suffix1);
        features[5] = FeatureHash.Mix(6, here.Suffix2);
        features[6] = FeatureHash.Mix(7, here.Suffix3);
        features[7] = FeatureHash.Mix(8, here.Suffix4);
        features[8] = FeatureHash.Mix(9, here.Prefix2);
        features[9] = FeatureHash.Mix(10, here.Prefix3);
        features[10] = FeatureHash.Mix(11, here.Prefix4);
        features[11] = FeatureHash.Mix(12, FeatureHash.Pair(here.Suffix3, here.Shape));
        return 12;
    }

    private static int Window(in WordForm here, in WordForm before, in WordForm after, in WordForm before2, in WordForm after2, Span<uint> features)
    {
        features[0] = FeatureHash.Mix(20, before.Word);
        features[1] = FeatureHash.Mix(21, after.Word);
        features[2] = FeatureHash.Mix(22, before2.Word);
        features[3] = FeatureHash.Mix(23, after2.Word);
        features[4] = FeatureHash.Mix(24, FeatureHash.Pair(before.Word, here.Word));
        features[5] = FeatureHash.Mix(25, FeatureHash.Pair(here.Word, after.Word));
        features[6] = FeatureHash.Mix(26, FeatureHash.Pair(FeatureHash.Pair(before.Shape, here.Shape), after.Shape));
        features[7] = FeatureHash.Mix(27, FeatureHash.Pair(before.Word, here.Shape));
        features[8] = FeatureHash.Mix(28, FeatureHash.Pair(here.Shape, after.Word));
        features[9] = FeatureHash.Mix(29, before.Suffix3);
        features[10] = FeatureHash.Mix(30, after.Suffix3);
        features[11] = FeatureHash.Mix(31, FeatureHash.Pair(FeatureHash.Pair(before2.Word, before.Word), here.Shape));
        features[12] = FeatureHash.Mix(32, FeatureHash.Pair(here.LongShape, FeatureHash.Pair(before.LongShape, before2.LongShape)));
        features[13] = FeatureHash.Mix(33, FeatureHash.Pair(here.LongShape, FeatureHash.Pair(after.LongShape, after2.LongShape)));
        return 14;
    }

    private static int Knowledge(in WordForm here, in WordForm before, in WordForm after, in WordForm before2, in WordForm after2, Span<uint> features)
    {
        var n = 0;
        var word = here.Class;
        features[n++] = FeatureHash.Mix(40, word.Coarse);
        features[n++] = FeatureHash.Mix(41, word.Middle);
        features[n++] = FeatureHash.Mix(42, word.Fine);
        features[n++] = FeatureHash.Mix(43, FeatureHash.Pair(before.Class.Middle, here.Shape));
        features[n++] = FeatureHash.Mix(44, FeatureHash.Pair(after.Class.Middle, here.Shape));
        features[n++] = FeatureHash.Mix(45, before2.Class.Coarse);
        features[n++] = FeatureHash.Mix(46, after2.Class.Coarse);
        features[n++] = FeatureHash.Mix(47, before.Class.Fine);
        features[n++] = FeatureHash.Mix(48, after.Class.Fine);
        features[n++] = FeatureHash.Mix(49, FeatureHash.Pair(here.Listed, here.Shape));
        if ((here.ListedClasses | before.ListedClasses | after.ListedClasses) == 0)
        {
            return n;
        }

        for (var bits = here.Listed; bits != 0; bits &= bits - 1)
        {
            features[n++] = FeatureHash.Mix(50, (uint)BitOperations.TrailingZeroCount(bits));
        }

        features[n++] = FeatureHash.Mix(51, before.ListedClasses);
        features[n++] = FeatureHash.Mix(52, after.ListedClasses);
        features[n++] = FeatureHash.Mix(53, FeatureHash.Pair(before.ListedClasses, here.ListedClasses));
        features[n++] = FeatureHash.Mix(54, FeatureHash.Pair(here.ListedClasses, after.ListedClasses));
        return n;
    }

    private static int Caseless(in WordForm here, in WordForm before, in WordForm after, Span<uint> features)
    {
        features[0] = FeatureHash.Mix(80, here.Word);
        features[1] = FeatureHash.Mix(81, here.Class.Middle);
        features[2] = FeatureHash.Mix(82, here.Class.Fine);
        features[3] = FeatureHash.Mix(83, FeatureHash.Pair(before.Class.Middle, here.Class.Middle));
        features[4] = FeatureHash.Mix(84, FeatureHash.Pair(here.Class.Middle, after.Class.Middle));
        features[5] = FeatureHash.Mix(85, FeatureHash.Pair(here.Listed, here.Class.Frequency));
        features[6] = FeatureHash.Mix(86, FeatureHash.Pair(here.Class.Coarse, (uint)here.Class.Habit));
        features[7] = FeatureHash.Mix(87, ((uint)before.Class.Habit * 16) + ((uint)here.Class.Habit * 4) + (uint)after.Class.Habit);
        features[8] = FeatureHash.Mix(88, FeatureHash.Pair(before.Word, (uint)here.Class.Habit));
        features[9] = FeatureHash.Mix(89, FeatureHash.Pair(after.Word, (uint)here.Class.Habit));
        features[10] = FeatureHash.Mix(90, FeatureHash.Pair(here.Suffix3, (uint)here.Class.Habit));
        features[11] = FeatureHash.Mix(91, here.ListedClasses);
        return 12;
    }

    private static int Run(ReadOnlySpan<WordForm> forms, in WordForm here, int at, Span<uint> features)
    {
        var (start, end) = (here.RunStart, here.RunEnd);
        var length = (uint)Math.Min(end - start, 5);
        var place = (at == start ? 1u : 0u) + (at == end - 1 ? 2u : 0u);
        var beforeRun = start > 0 ? forms[start - 1].Word : Edge;
        var afterRun = end < forms.Length ? forms[end].Word : Edge;
        features[0] = FeatureHash.Mix(70, FeatureHash.Pair(place, length));
        features[1] = FeatureHash.Mix(71, FeatureHash.Pair(beforeRun, place));
        features[2] = FeatureHash.Mix(72, FeatureHash.Pair(afterRun, place));
        features[3] = FeatureHash.Mix(73, FeatureHash.Pair(forms[start].Word, place));
        features[4] = FeatureHash.Mix(74, FeatureHash.Pair(forms[end - 1].Word, place));
        features[5] = FeatureHash.Mix(75, FeatureHash.Pair(FeatureHash.Pair(forms[start].ListedClasses, forms[end - 1].ListedClasses), place + (length * 4)));
        features[6] = FeatureHash.Mix(76, FeatureHash.Pair(beforeRun, length));
        return 7;
    }
}
