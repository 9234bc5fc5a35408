using System.Text;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Identity of a story: its family and its uri, exact characters. Hashed, since uris of 100 kB occur and no index holds those.</summary>
internal static class StoryIdentity
{
    /// <summary>A text without any identifier is named by a fingerprint of itself: the same text by folder, web and mail is one story, whoever sent it.</summary>
    private const string TextUri = "urn:newswire:text:";

    public static string Of(NewsRecord record)
        => NameKey(record.Uri.StartsWith(TextUri, StringComparison.Ordinal) ? $"\0{record.Uri}" : $"{record.Family ?? record.Source}\0{record.Uri}");

    public static string NameKey(string name) => DispatchIdentity.Sha256(Encoding.UTF8.GetBytes(name));
}
