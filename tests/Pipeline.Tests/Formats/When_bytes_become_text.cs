using System.IO.Compression;
using System.Text;
using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.Pipeline.Tests.Formats;

public sealed class When_bytes_become_text
{
    private const string French = "Décès de l'écrivain Jérôme Noël à Liège – « œuvre » à 20 €";

    static When_bytes_become_text() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static NewsRecord Read(byte[] content) => Assert.Single(Reading.Of(content).Items).Record!;

    private static string Feed(string encoding) =>
        $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss version=\"2.0\"><channel><item><guid>g</guid><title>{French}</title></item></channel></rss>";

    [Theory]
    [InlineData("utf8")]
    [InlineData("UTF_8")]
    [InlineData("latin-1")]
    [InlineData("ansi")]
    [InlineData("none")]
    [InlineData("utf-16")]
    public void Valid_utf8_is_utf8_whatever_is_declared(string declared) => Assert.Equal(French, Read(Encoding.UTF8.GetBytes(Feed(declared))).Headline());

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    [InlineData("UTF-8")]
    [InlineData("cp-1252")]
    [InlineData("win-1252 ")]
    public void One_byte_text_is_read_as_windows_1252(string declared) => Assert.Equal(French, Read(Encoding.GetEncoding(1252).GetBytes(Feed(declared))).Headline());

    [Fact]
    public void A_declared_legacy_set_is_honoured()
    {
        var feed = "<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss version=\"2.0\"><channel><item><guid>g</guid><title>Привет</title></item></channel></rss>";

        Assert.Equal("Привет", Read(Encoding.GetEncoding("koi8-r").GetBytes(feed)).Headline());
    }

    [Theory]
    [InlineData("866", 866, "Привет, порт")]
    [InlineData("cp852", 852, "Přístav roste")]
    [InlineData("windows1251", 1251, "Привет, порт")]
    [InlineData("iso8859-5", 28595, "Привет, порт")]
    [InlineData("ISO_8859_2", 28592, "Přístav roste")]
    [InlineData("cp775", 775, "Uostas didėja")]
    [InlineData("mac_cyrillic", 10007, "Привет, порт")]
    [InlineData("csISO2022JP", 50220, "港の話")]
    public void A_set_is_known_by_its_other_names(string declared, int codePage, string title)
    {
        var feed = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss version=\"2.0\"><channel><item><guid>g</guid><title>{title}</title></item></channel></rss>";

        Assert.Equal(title, Read(Encoding.GetEncoding(codePage).GetBytes(feed)).Headline());
    }

    [Theory]
    [InlineData("The port said it didn’t know")]
    [InlineData("It was 25°C at the quay")]
    [InlineData("© 2024 Port of Nova")]
    [InlineData("£100m for the quay")]
    [InlineData("¿Qué puerto?")]
    [InlineData("¡Último aviso!")]
    [InlineData("½ the cranes stand")]
    [InlineData("3월 항구 소식", 949)]
    [InlineData("25일 항구", 949)]
    public void A_single_sign_beyond_ascii_makes_no_foreign_script(string title, int codePage = 1252)
    {
        foreach (var declared in (string[])["", " encoding=\"utf-8\""])
        {
            var feed = $"<?xml version=\"1.0\"{declared}?><rss version=\"2.0\"><channel><item><guid>g</guid><title>{title}</title></item></channel></rss>";

            Assert.Equal(title, Read(Encoding.GetEncoding(codePage).GetBytes(feed)).Headline());
        }
    }

    [Fact]
    public void One_layer_of_gzip_is_undone_without_a_header_saying_so()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Feed("utf-8")));

        var delivered = buffer.ToArray();

        var record = Read(delivered);

        Assert.Equal(French, record.Headline());
        Assert.Equal(delivered.Length, record.Raw.Bytes);
    }

    [Fact]
    public void A_second_layer_is_not_undone()
    {
        byte[] content = Encoding.UTF8.GetBytes(Feed("utf-8"));
        for (var i = 0; i < 2; i++)
        {
            using var buffer = new MemoryStream();
            using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(content);
            content = buffer.ToArray();
        }

        Assert.Equal(ReasonCodes.Binary, Reading.Refused(content));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t ", "empty")]
    [InlineData("%PDF-1.4 ....", "binary")]
    [InlineData("{\"a\":1}", "unknown-format")]
    [InlineData("<invoice><total>3</total></invoice>", "unknown-format")]
    [InlineData("<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>", "html-page")]
    public void What_is_no_news_is_refused_with_its_reason(string content, string code) => Assert.Equal(code, Reading.Refused(content));

    [Theory]
    [InlineData("Un moulin a été détruit, dit le maire d’ici; là-bas, tout a brûlé", "’", "\u0092", "’")]
    [InlineData("Un moulin a été détruit, dit le maire à Paris; là-bas, tout a brûlé", "à Paris", "\u00E0 Paris", "à Paris")]
    [InlineData("Un moulin a été détruit, dit le maire à Paris; là-bas, tout a brûlé", "à Paris", "\u00C3 Paris", "\uFFFD Paris")]
    public void Single_bytes_of_another_set_within_utf_8_are_read_as_what_they_are(string text, string part, string bytes, string read)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        byte[] content = [.. Encoding.UTF8.GetBytes(text[..at]), .. Encoding.Latin1.GetBytes(bytes), .. Encoding.UTF8.GetBytes(text[(at + part.Length)..] + ".\n")];
        var record = Assert.Single(Reading.Of(content).Items).Record!;

        Assert.Equal(text.Replace(part, read, StringComparison.Ordinal) + ".", record.Text());
        Assert.Equal("utf-8", record.Raw.Charset);
    }
}
