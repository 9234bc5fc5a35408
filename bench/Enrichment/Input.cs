using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.EnrichmentBench;

/// <summary>A dispatch, and what the steps after reading start from.</summary>
internal sealed class Input(RawDispatch dispatch, NewsRecord record)
{
    public RawDispatch Dispatch => dispatch;

    public NewsRecord Record => record;

    public string Body { get; } = TranslationText.PlainBody(record) ?? "";

    public string? Headline { get; } = TranslationText.MainHeadline(record);

    public string Language { get; set; } = "und";
}
