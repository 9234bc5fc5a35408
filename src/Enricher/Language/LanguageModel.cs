using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Newswire.Enricher.Language;

/// <summary>
/// A trained language model: for each known n-gram a row of <see cref="Dimension"/> numbers, and a linear layer from their mean to languages.
/// Immutable once read; safe to share.
/// </summary>
internal sealed class LanguageModel
{
    public const int Dimension = 32;

    /// <summary>As many n-grams as fit in 1.5 MB, packed.</summary>
    public const int MostRows = (1 << 17) - 1;

    private const string Magic = "newswire-lid-1";

    /// <summary>BCP 47 tags.</summary>
    public required string[] Languages { get; init; }

    /// <summary>For each language a bit set of the <see cref="Script"/>s it is written in.</summary>
    public required uint[] ScriptSets { get; init; }

    /// <summary>Keys of the known n-grams, ascending.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>What one step of <see cref="Rows"/> is worth.</summary>
    public required float Step { get; init; }

    /// <summary>Rows in the order of the keys, each <see cref="Dimension"/> long, in steps.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>Output weights, language by language.</summary>
    public required float[] Output { get; init; }

    public required float[] Bias { get; init; }

    /// <summary>Calibration: scores are multiplied by Sharpness × (known n-grams)^SharpnessPower before the softmax.</summary>
    public required float Sharpness { get; init; }

    public required float SharpnessPower { get; init; }

    /// <summary>The same model with another calibration.</summary>
    public LanguageModel With(float sharpness, float power) => new()
    {
        Languages = Languages,
        ScriptSets = ScriptSets,
        Keys = Keys,
        Step = Step,
        Rows = Rows,
        Output = Output,
        Bias = Bias,
        Sharpness = sharpness,
        SharpnessPower = power,
    };

    public static LanguageModel Read(Stream compressed)
    {
        using var brotli = new BrotliStream(compressed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            brotli.CopyTo(plain);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException("This is no language model: it is not compressed with Brotli.", exception);
        }

        plain.Position = 0;
        using var reader = new BinaryReader(plain, Encoding.UTF8);
        if (reader.ReadString() != Magic)
            throw new InvalidDataException($"This is no language model of format {Magic}; train one with ModelTrainer language.");
        var languages = new string[reader.Read7BitEncodedInt()];
        var scripts = new uint[languages.Length];
        for (var i = 0; i < languages.Length; i++)
        {
            languages[i] = reader.ReadString();
            scripts[i] = reader.ReadUInt32();
        }

        var sharpness = reader.ReadSingle();
        var power = reader.ReadSingle();
        var output = ReadHalves(reader, languages.Length * Dimension);
        var bias = ReadHalves(reader, languages.Length);
        var keys = new uint[reader.Read7BitEncodedInt()];
        var key = 0u;
        for (var i = 0; i < keys.Length; i++)
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        var step = reader.ReadSingle();
        var rows = new sbyte[keys.Length * Dimension];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new LanguageModel
        {
            Languages = languages,
            ScriptSets = scripts,
            Sharpness = sharpness,
            SharpnessPower = power,
            Output = output,
            Bias = bias,
            Keys = keys,
            Step = step,
            Rows = rows,
        };
    }

    public void Write(Stream target)
    {
        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(Languages.Length);
        for (var i = 0; i < Languages.Length; i++)
        {
            writer.Write(Languages[i]);
            writer.Write(ScriptSets[i]);
        }

        writer.Write(Sharpness);
        writer.Write(SharpnessPower);
        WriteHalves(writer, Output);
        WriteHalves(writer, Bias);
        writer.Write7BitEncodedInt(Keys.Length);
        var previous = 0u;
        foreach (var key in Keys)
        {
            writer.Write7BitEncodedInt((int)(key - previous));
            previous = key;
        }

        writer.Write(Step);
        writer.Write(MemoryMarshal.AsBytes<sbyte>(Rows));
    }

    private static float[] ReadHalves(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)reader.ReadHalf();
        return values;
    }

    private static void WriteHalves(BinaryWriter writer, float[] values)
    {
        foreach (var value in values)
            writer.Write((Half)value);
    }
}
