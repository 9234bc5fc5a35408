using System.Text;

namespace Newswire.Formats.Xml;

/// <summary>One attribute: local name, namespace ("" when none), value.</summary>
internal readonly record struct ElementAttribute(string Name, string Namespace, string Value);

/// <summary>
/// An element, or a run of text (<see cref="Name"/> is null), in a linked tree. Small on purpose: a document is read once, mapped and
/// forgotten. Matched by local name first, because prefixes are free and namespaces get lost.
/// </summary>
internal sealed class Element
{
    private string? _text;

    /// <summary>Local name; null for text.</summary>
    public string? Name { get; init; }

    public string Prefix { get; init; } = "";

    /// <summary>"" when none.</summary>
    public string Namespace { get; init; } = "";

    public IReadOnlyList<ElementAttribute> Attributes { get; init; } = [];

    public Element? Parent { get; private set; }

    public Element? First { get; private set; }

    public Element? Next { get; private set; }

    private Element? Last { get; set; }

    public static Element OfText(string text) => new() { _text = text };

    /// <summary>Text of a text node.</summary>
    public string Text => _text ?? "";

    public bool IsText => Name is null;

    /// <summary>Sets the parent; <paramref name="detached"/> leaves the child out of its list, so that items read need not stay in memory.</summary>
    public void Attach(Element child, bool detached = false)
    {
        child.Parent = this;
        if (detached) return;
        if (Last is null) First = child;
        else Last.Next = child;
        Last = child;
    }

    /// <summary>The first child element of a name, in any namespace.</summary>
    public Element? Child(string name)
    {
        for (var child = First; child is not null; child = child.Next)
            if (child.Name == name) return child;
        return null;
    }

    /// <summary>The first element along a path of child names.</summary>
    public Element? Path(params ReadOnlySpan<string> names)
    {
        var at = this;
        foreach (var name in names)
        {
            at = at.Child(name);
            if (at is null) return null;
        }

        return at;
    }

    /// <summary>Child elements; of one name when it is given.</summary>
    public IEnumerable<Element> Children(string? name = null)
    {
        for (var child = First; child is not null; child = child.Next)
            if (!child.IsText && (name is null || child.Name == name)) yield return child;
    }

    /// <summary>Elements below this one in document order, at any depth.</summary>
    public IEnumerable<Element> Descendants(string? name = null)
    {
        for (var at = Following(this, this, descend: true); at is not null; at = Following(at, this, descend: true))
            if (!at.IsText && (name is null || at.Name == name)) yield return at;
    }

    /// <summary>Value of an attribute by local name, trimmed; null when absent or blank.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name == name) return Blank(attribute.Value);
        return null;
    }

    /// <summary>As <see cref="Attribute(string)"/>, of this element or the nearest one around it: xml:lang, xml:base.</summary>
    public string? Inherited(string name)
    {
        for (var at = this; at is not null; at = at.Parent)
            if (at.Attribute(name) is { } value) return value;
        return null;
    }

    /// <summary>All text inside, trimmed; null when blank.</summary>
    public string? Value()
    {
        if (First is null) return null;
        return First.Next is null && First.IsText ? Blank(First.Text) : Blank(InnerText());
    }

    /// <summary>Neither elements nor anything but blanks inside.</summary>
    public bool IsBlank => !HasElements && string.IsNullOrWhiteSpace(InnerText());

    /// <summary>All text inside, as it is.</summary>
    public string InnerText()
    {
        if (First is null) return "";
        if (First.Next is null && First.IsText) return First.Text;
        var output = new StringBuilder();
        for (var at = Following(this, this, descend: true); at is not null; at = Following(at, this, descend: true))
            if (at.IsText) output.Append(at.Text);
        return output.ToString();
    }

    public bool HasElements
    {
        get
        {
            for (var child = First; child is not null; child = child.Next)
                if (!child.IsText) return true;
            return false;
        }
    }

    /// <summary>The node after <paramref name="at"/> in document order within <paramref name="top"/>; null at the end. No recursion: depth is the document's.</summary>
    public static Element? Following(Element at, Element top, bool descend)
    {
        if (descend && at.First is not null) return at.First;
        while (!ReferenceEquals(at, top))
        {
            if (at.Next is not null) return at.Next;
            at = at.Parent!;
        }

        return null;
    }

    private static string? Blank(string value)
    {
        var trimmed = value.AsSpan().Trim();
        return trimmed.IsEmpty ? null : trimmed.Length == value.Length ? value : trimmed.ToString();
    }
}
