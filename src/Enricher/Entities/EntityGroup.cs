namespace Newswire.Enricher.Entities;

/// <summary>One named thing of a dispatch with all its mentions, while it is put together.</summary>
internal sealed class EntityGroup(EntityClass c, string key, int order)
{
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);

    public EntityClass Class => c;

    public string Key => key;

    /// <summary>Place of its first mention.</summary>
    public int Order { get; private set; } = order;

    public List<Mention> Mentions { get; } = [];

    public IEnumerable<string> Forms => _forms.Keys;

    public string? Role { get; set; }

    public void Add(Mention mention, string form)
    {
        Mentions.Add(mention);
        _forms[form] = _forms.GetValueOrDefault(form) + 1;
    }

    public void Merge(EntityGroup other)
    {
        Mentions.AddRange(other.Mentions);
        Order = Math.Min(Order, other.Order);
        Role ??= other.Role;
        foreach (var (form, count) in other._forms)
        {
            _forms[form] = _forms.GetValueOrDefault(form) + count;
        }
    }

    /// <summary>The name to show: the longest of a person or of an acronym's expansion, else the most frequent, the shorter of two.</summary>
    public string Name(bool longest) => longest
        ? _forms.MaxBy(f => (f.Key.Length, f.Value)).Key
        : _forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key;
}
