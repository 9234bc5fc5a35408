using System.Numerics;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Vector arithmetic on float arrays whose length is a multiple of the vector width.</summary>
internal static class Dense
{
    public static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a, i) * new Vector<float>(b, i);
        }

        return Vector.Sum(sum);
    }

    public static float Norm(float[] a) => MathF.Sqrt(Dot(a, a));

    public static void AddScaled(float[] target, float[] source, float factor)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    public static float[] Normalize(float[] a)
    {
        var norm = Norm(a);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] /= norm;
        }

        return a;
    }
}
