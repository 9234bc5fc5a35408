using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats;

/// <summary>The start of a document for detection, byte order mark and leading blanks removed. What is asked for is made, once for all formats.</summary>
public sealed class DispatchHead(DispatchText document)
{
    /// <summary>Characters examined.</summary>
    public const int Length = 4_096;

    private string? _text;
    private byte[]? _otherJson;
    private (bool Looked, RootElement? Found) _root;

    /// <summary>All bytes of the document as they came.</summary>
    public ReadOnlyMemory<byte> Bytes => document.Bytes;

    public string Text => _text ??= Decode();

    /// <summary>The root element, if the document is markup.</summary>
    public RootElement? Root => (_root = _root.Looked ? _root : (true, RootElement.Find(Text) ?? BehindProlog())).Found;

    public bool IsBlank => !IsJson && Text.Length == 0;

    /// <summary>True when the document begins as JSON does.</summary>
    public bool IsJson => !Json.IsEmpty;

    /// <summary>The start of a document that begins as JSON does, in UTF-8; empty for any other.</summary>
    public ReadOnlySpan<byte> Json
    {
        get
        {
            var bytes = document.IsUtf8 ? document.Bytes.Span.TrimStart("\0 \t\r\n"u8) : default;
            // Blanks beyond ASCII may come before it, and other character sets.
            if (bytes is [>= 0x80, ..] or []) bytes = _otherJson ??= Text is ['{' or '[', ..] ? Encoding.UTF8.GetBytes(Text) : [];
            return bytes is [(byte)'{', ..] || (bytes is [(byte)'[', ..] && bytes[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[' or (byte)']', ..])
                ? bytes[..Math.Min(bytes.Length, Length)]
                : default;
        }
    }

    /// <summary>The root behind a prolog that is longer than what is examined: a licence in a comment, a DTD that declares all of HTML's entities.</summary>
    private RootElement? BehindProlog()
    {
        const int LongestProlog = 262_144;
        return Text is ['<', '!' or '?', ..] && Text.Length == Length ? RootElement.Find(Start(document.Text, LongestProlog)) : null;
    }

    private string Decode()
    {
        // Nothing beyond it need be decoded, unless all of it is blank.
        const int LongestCharacter = 3;
        var bytes = document.Bytes.Span.TrimStart("\0 \t\r\n"u8);
        if (document.IsUtf8 && bytes.Length > LongestCharacter * Length && Start(Encoding.UTF8.GetString(bytes[..(LongestCharacter * Length)])) is { Length: > 0 } start) return start;
        return Start(document.Text);
    }

    private static string Start(string text, int length = Length)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '\0' or '\uFEFF')) start++;
        // Most documents are short: no copy.
        return text.Substring(start, Math.Min(length, text.Length - start));
    }
}
