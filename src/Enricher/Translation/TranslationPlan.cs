using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>
/// What goes into the record at once (<see cref="Translations"/>, one for each target) and what is asked of the translate queue
/// (<see cref="Commands"/>, one for each that is pending).
/// </summary>
public sealed record TranslationPlan(IReadOnlyList<Translation> Translations, IReadOnlyList<TranslateDispatch> Commands)
{
    public static TranslationPlan Empty { get; } = new([], []);
}
