using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

public sealed class When_mail_comes_from_many_programs
{
    private const string Headers = "From: desk@nova.example\nSubject: Plan des écoles\nDate: Thu, 14 Mar 2024 20:41:07 +0100\nMIME-Version: 1.0\n";
    private const string First = "Bruxelles, 14 mars 2024 (Nova) - Le conseil a adopté jeudi le plan de rénovation.";
    private const string Second = "Le texte prévoit douze écoles et un budget de quarante millions sur trois ans.";

    private static string Parts(string kind, params string[] parts) => $"{Headers}Content-Type: multipart/{kind}; boundary=X\n\n{string.Concat(parts.Select(p => $"--X\n{p}\n"))}--X--\n";

    private static string Plain(string text, string parameters = "") => $"Content-Type: text/plain; charset=utf-8{parameters}\n\n{text}";

    private static string Html(string text) => $"Content-Type: text/html; charset=utf-8\n\n<html><body><p>{text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>";

    public static TheoryData<string> Mails => new(
        Parts("alternative", Plain("\n"), Html(First + "\n\n" + Second)),
        Parts("alternative", Plain("Ce message est au format HTML."), Html(First + "\n\n" + Second)),
        Parts("mixed", Plain(First), Plain(Second), Plain("_______________\nListe Nova\nse désabonner")),
        Headers + Plain($"{First}\n\n{Second}\n\n--\nNova, service des dépêches\n+32 2 555 00 00\n"),
        "\n\n" + Headers + Plain($"{First}\n\n{Second}\n"),
        "X-Spam-Status: No,\n score=0\nARC-Seal: i=1\n" + Headers + Plain($"{First}\n\n{Second}\n"));

    [Theory]
    [MemberData(nameof(Mails))]
    public void The_whole_text_and_nothing_else_is_the_dispatch(string mail)
    {
        var record = Reading.One(mail);

        Assert.Equal(("mail", "Plan des écoles", $"Le conseil a adopté jeudi le plan de rénovation.\n\n{Second}"), (record.Reader.Format, record.Headline(), record.Text()));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.VersionCreated?.ToUniversalTime());
    }

    [Fact]
    public void Flowed_lines_end_before_the_signature_and_lose_the_blank_that_guards_them()
    {
        var text = Reading.One(Headers + Plain("BRUSSELS, March 14 (Nova) - The port of \nNova said it would open.\n\n From the quay it looked small.\n\n-- \nMara Lind\nTel. 1\n", "; format=flowed")).Text();

        Assert.Equal("The port of Nova said it would open.\n\nFrom the quay it looked small.", text);
    }

    [Fact]
    public void Lines_flow_without_a_blank_where_the_mail_says_so() =>
        Assert.Equal("首相は今日、東京で会談した。詳しい内容は明らかにされていない。", Reading.One(Headers + Plain("首相は今日、東京で \n会談した。詳しい内容は明らかにされていない。\n", "; format=flowed; delsp=yes")).Text());
}
