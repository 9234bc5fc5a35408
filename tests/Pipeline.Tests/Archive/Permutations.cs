namespace Newswire.Pipeline.Tests.Archive;

internal static class Permutations
{
    public static IEnumerable<T[]> Of<T>(IReadOnlyList<T> things)
    {
        if (things.Count == 0)
            yield return [];
        for (var i = 0; i < things.Count; i++)
        {
            foreach (var rest in Of([.. things.Take(i), .. things.Skip(i + 1)]))
                yield return [things[i], .. rest];
        }
    }
}
