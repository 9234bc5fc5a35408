namespace Newswire.Formats;

/// <summary>Every format Newswire reads, by the standard it follows. Where several match, the highest score wins, then the first here.</summary>
public static class FormatRegistry
{
    public static IReadOnlyList<IDispatchFormat> All { get; } =
    [
    ];

    /// <summary>A reader of all formats.</summary>
    public static FormatReader CreateReader(FormatLimits? limits = null, TimeProvider? time = null) =>
        new(All, limits ?? new FormatLimits(), time ?? TimeProvider.System);
}
