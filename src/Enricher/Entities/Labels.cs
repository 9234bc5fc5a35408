namespace Newswire.Enricher.Entities;

/// <summary>The four classes of the models; the value is their place in the weight rows.</summary>
internal enum EntityClass
{
    Person = 0,
    Place = 1,
    Organization = 2,
    Misc = 3,
}

/// <summary>
/// The tags of a token: for each class begin, inside, last and unit (BILOU), then outside. Outside has no weights: only differences
/// between tags matter, and a row of sixteen fills one vector register.
/// </summary>
internal static class Labels
{
    public const int Classes = 4;
    public const int Weighted = 16;
    public const int Outside = 16;
    public const int Count = 17;

    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    public static readonly string[] BioNames = ["PER", "LOC", "ORG", "MISC"];

    public static int Of(EntityClass c, int position) => ((int)c * 4) + position;

    public static EntityClass ClassOf(int label) => (EntityClass)(label >> 2);

    public static bool Starts(int label) => label != Outside && (label & 3) is Begin or Unit;

    public static bool Ends(int label) => label != Outside && (label & 3) is Last or Unit;

    /// <summary>Writes the tags of one mention over tokens from (included) to (excluded).</summary>
    public static void Write(Span<byte> labels, int from, int to, EntityClass c)
    {
        if (to - from == 1)
        {
            labels[from] = (byte)Of(c, Unit);
            return;
        }

        labels[from] = (byte)Of(c, Begin);
        labels[to - 1] = (byte)Of(c, Last);
        labels[(from + 1)..(to - 1)].Fill((byte)Of(c, Inside));
    }
}
