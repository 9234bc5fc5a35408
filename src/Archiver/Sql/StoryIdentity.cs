using System.Text;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Identity of a story: its family and its uri, exact characters. Hashed, since uris of 100 kB occur and no index holds those.</summary>
internal static class StoryIdentity
{
    public static string Of(NewsRecord record) => NameKey($"{record.Family ?? record.Source}\0{record.Uri}");

    public static string NameKey(string name) => DispatchIdentity.Sha256(Encoding.UTF8.GetBytes(name));
}
