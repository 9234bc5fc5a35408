namespace Newswire.Enricher.Language;

/// <summary>Writing systems that the detector tells apart. Han and kana are one: Japanese mixes both.</summary>
internal enum Script : byte
{
    Other,
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Thaana,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Georgian,
    Hangul,
    Ethiopic,
    Khmer,
    HanKana,
}

internal static class Scripts
{
    public const int Count = (int)Script.HanKana + 1;

    // Blocks by their last code point, in order; what lies between known blocks is Other.
    private static readonly (char Last, Script Script)[] Blocks =
    [
        ('\u02FF', Script.Latin), ('\u036F', Script.Other), ('\u03FF', Script.Greek), ('\u052F', Script.Cyrillic), ('\u058F', Script.Armenian),
        ('\u05FF', Script.Hebrew), ('\u06FF', Script.Arabic), ('\u074F', Script.Other), ('\u077F', Script.Arabic), ('\u07BF', Script.Thaana),
        ('\u089F', Script.Other), ('\u08FF', Script.Arabic), ('\u097F', Script.Devanagari), ('\u09FF', Script.Bengali),
        ('\u0A7F', Script.Gurmukhi), ('\u0AFF', Script.Gujarati), ('\u0B7F', Script.Oriya), ('\u0BFF', Script.Tamil), ('\u0C7F', Script.Telugu),
        ('\u0CFF', Script.Kannada), ('\u0D7F', Script.Malayalam), ('\u0DFF', Script.Sinhala), ('\u0E7F', Script.Thai), ('\u0EFF', Script.Lao),
        ('\u0FFF', Script.Tibetan), ('\u109F', Script.Myanmar), ('\u10FF', Script.Georgian), ('\u11FF', Script.Hangul), ('\u139F', Script.Ethiopic),
        ('\u177F', Script.Other), ('\u17FF', Script.Khmer), ('\u1C7F', Script.Other), ('\u1C8F', Script.Cyrillic), ('\u1CBF', Script.Georgian),
        ('\u1DFF', Script.Other), ('\u1EFF', Script.Latin), ('\u1FFF', Script.Greek), ('\u2C5F', Script.Other), ('\u2C7F', Script.Latin),
        ('\u2CFF', Script.Other), ('\u2D2F', Script.Georgian), ('\u2D7F', Script.Other), ('\u2DDF', Script.Ethiopic), ('\u2DFF', Script.Cyrillic),
        ('\u3004', Script.Other), ('\u3007', Script.HanKana), ('\u303F', Script.Other), ('\u30FF', Script.HanKana), ('\u312F', Script.Other),
        ('\u318F', Script.Hangul), ('\u31EF', Script.Other), ('\u31FF', Script.HanKana), ('\u33FF', Script.Other), ('\u9FFF', Script.HanKana),
        ('\uA63F', Script.Other), ('\uA69F', Script.Cyrillic), ('\uA71F', Script.Other), ('\uA7FF', Script.Latin), ('\uA8FF', Script.Other),
        ('\uABFF', Script.Other), ('\uD7FF', Script.Hangul), ('\uF8FF', Script.Other), ('\uFAFF', Script.HanKana), ('\uFB06', Script.Latin),
        ('\uFB1C', Script.Other), ('\uFB4F', Script.Hebrew), ('\uFDFF', Script.Arabic), ('\uFE6F', Script.Other), ('\uFEFE', Script.Arabic),
        ('\uFF20', Script.Other), ('\uFF5A', Script.Latin), ('\uFF65', Script.Other), ('\uFF9F', Script.HanKana), ('\uFFFF', Script.Other),
    ];

    public static Script Of(char c)
    {
        foreach (var (last, script) in Blocks)
        {
            if (c <= last)
                return script;
        }

        return Script.Other;
    }

    /// <summary>How many letters of an alphabet a character of the script stands for, so that shares of a mixed text compare.</summary>
    public static int Weight(Script script) => script is Script.HanKana or Script.Hangul ? 2 : 1;
}
