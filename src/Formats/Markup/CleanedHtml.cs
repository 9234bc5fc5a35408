namespace Newswire.Formats.Markup;

/// <summary>Allow-listed, balanced HTML, the plain text of it, and the images it names (never loaded).</summary>
public sealed record CleanedHtml(string Html, string Text, IReadOnlyList<string> Images);
