using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Pipeline.Tests.Formats;

public sealed class When_a_date_is_read
{
    [Theory]
    [InlineData("2024-03-14T20:41:07+01:00", "2024-03-14T19:41:07Z")]
    [InlineData("2024-03-14 20:41:07 +0100", "2024-03-14T19:41:07Z")]
    [InlineData("2024-03-14T20:41:07+01", "2024-03-14T19:41:07Z")]
    [InlineData("2024-03-14T20:41Z", "2024-03-14T20:41:00Z")]
    [InlineData("2024-03-14T20:41:07.123456789Z", "2024-03-14T20:41:07Z")]
    [InlineData("20240314T204107+0100", "2024-03-14T19:41:07Z")]
    [InlineData("20240314T204107Z", "2024-03-14T20:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 +0100", "2024-03-14T19:41:07Z")]
    [InlineData("14 Mar 24 20:41 GMT", "2024-03-14T20:41:00Z")]
    [InlineData("Thu, 14 Mar, 2024 20:41:07 GMT", "2024-03-14T20:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 +0000 (UTC)", "2024-03-14T20:41:07Z")]
    [InlineData("Thu Mar 14 20:41:07 2024", "2024-03-14T20:41:07Z")]
    [InlineData("March 14, 2024 8:41 pm EST", "2024-03-15T01:41:00Z")]
    [InlineData("14-Mar-2024 20:41:07 GMT", "2024-03-14T20:41:07Z")]
    [InlineData("2024/3/14 20:41:07", "2024-03-14T20:41:07Z")]
    [InlineData("jeu., 14 févr. 2024 20:41:07 +0100", "2024-02-14T19:41:07Z")]
    [InlineData("Do, 14 Dez 2023 20:41:07 +0100", "2023-12-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 +01:0", "2024-03-14T19:41:07Z")]
    [InlineData("1710445267", "2024-03-14T19:41:07Z")]
    [InlineData("1710445267000", "2024-03-14T19:41:07Z")]
    [InlineData("2024-03-14T24:00:00Z", "2024-03-15T00:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    [InlineData("Tue, 3 Jan 2023 4:05 EST", "2023-01-03T09:05:00Z")]
    [InlineData("Jan. 3, 2023, 4:05 p.m. EST", "2023-01-03T21:05:00Z")]
    [InlineData("March 14, 2024 8:41pm EST", "2024-03-15T01:41:00Z")]
    [InlineData("2024-03-14 08:41:07 PM", "2024-03-14T20:41:07Z")]
    [InlineData("2024-03-14 20:41:07 PM GMT", "2024-03-14T20:41:07Z")]
    [InlineData("12/25/2023 10:00 PM", "2023-12-25T22:00:00Z")]
    [InlineData("Thu, 14 Mar 2024 12:05 am GMT", "2024-03-14T00:05:00Z")]
    [InlineData("mar, 14 nov 2023 20:41:07 +0100", "2023-11-14T19:41:07Z")]
    [InlineData("mar., 12 mars 2024 20:41:07 +0100", "2024-03-12T19:41:07Z")]
    [InlineData("Tuesday, January 3, 2023 - 04:05", "2023-01-03T04:05:00Z")]
    [InlineData("14 mars 2024 à 20h41", "2024-03-14T20:41:00Z")]
    [InlineData("Donnerstag, 14. März 2024 20:41 Uhr", "2024-03-14T20:41:00Z")]
    [InlineData("2024-03-14T20:41:07+01:00[Europe/Brussels]", "2024-03-14T19:41:07Z")]
    [InlineData("2024-3-14T20:41:07Z", "2024-03-14T20:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 Europe/Brussels", "2024-03-14T19:41:07Z")]
    [InlineData("Fri, 14 Jun 2024 20:41:07 ET", "2024-06-15T00:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 SGT", "2024-03-14T12:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 AEDT", "2024-03-14T09:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 --0500", "2024-03-15T01:41:07Z")]
    [InlineData("2024-03-14T20:41:07-05:00Z", "2024-03-15T01:41:07Z")]
    [InlineData("14 Mar 2024 GMT", "2024-03-14T00:00:00Z")]
    [InlineData("Thu, 14/03/2024 - 20:41", "2024-03-14T20:41:00Z")]
    [InlineData("Thu, 2024/03/14 20:41:07 EDT", "2024-03-15T00:41:07Z")]
    [InlineData("4.3.2024 20:41", "2024-03-04T20:41:00Z")]
    [InlineData("Thu, 14 Mar 2024 20.41.07 +0100", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 T20:41:07 +0100", "2024-03-14T19:41:07Z")]
    [InlineData("2024年3月14日 20:41", "2024-03-14T20:41:00Z")]
    [InlineData("2024年3月14日（木）20時41分07秒", "2024-03-14T20:41:07Z")]
    [InlineData("2024년 03월 14일 오후 8:41:07", "2024-03-14T20:41:07Z")]
    [InlineData("2024-03-14 上午 8:41", "2024-03-14T08:41:00Z")]
    [InlineData("Κυρ, 14 Ιούλ 2024 20:41:07 +0300", "2024-07-14T17:41:07Z")]
    [InlineData("to, 14 marras 2024 20:41:07 +0200", "2024-11-14T18:41:07Z")]
    [InlineData("1er mars 2024", "2024-03-01T00:00:00Z")]
    [InlineData("ven., 1er mars 2024 20:41:07 +0100", "2024-03-01T19:41:07Z")]
    [InlineData("1.º de marzo de 2024", "2024-03-01T00:00:00Z")]
    [InlineData("14 марта 2024 г.", "2024-03-14T00:00:00Z")]
    [InlineData("Thu, 14 Mar 2024 20:4:7 +0100", "2024-03-14T19:04:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 EST-05:00", "2024-03-15T01:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 20:41:07 CT", "2024-03-15T01:41:07Z")]
    [InlineData("Thu, 14 Nov 2024 20:41:07 MT", "2024-11-15T03:41:07Z")]
    [InlineData("14-03-2024 20:41:07", "2024-03-14T20:41:07Z")]
    [InlineData("Thu, 14-03-2024 20:41", "2024-03-14T20:41:00Z")]
    public void It_is_the_instant_it_says(string text, string instant)
    {
        Assert.True(NewsDateParser.TryParse(text, new SourceSettings(), out var date));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUnixTimeSeconds(), date.Instant.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12:30")]
    [InlineData("1.2")]
    [InlineData("03/04/2024")]
    [InlineData("10-11-12")]
    [InlineData("2013-01-27-01")]
    [InlineData("2024-W11-4")]
    [InlineData("Wed, 31 Feb 2024 10:00:00 GMT")]
    [InlineData("2024-03-14T20:41:07+25:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("٢٠٢٤-٠٣-١٤T20:41:07Z")]
    [InlineData("14 มี.ค. 2567")]
    [InlineData("samedi 18h")]
    [InlineData("2024-13-14")]
    [InlineData("2024-3")]
    [InlineData("03-04-2024")]
    [InlineData("14-03-24 20:41")]
    [InlineData("Thu, 14 Mar 2024 20:4")]
    [InlineData("14 Mar 2024 20:4:7:1 GMT")]
    [InlineData("2024-03-14 pm")]
    [InlineData("mar 14 nov 2024 avr")]
    public void What_is_no_usable_date_is_refused_rather_than_guessed(string text) =>
        Assert.False(NewsDateParser.TryParse(text, new SourceSettings(), out _));

    [Theory]
    [InlineData("2021", "year")]
    [InlineData("2021-10", "month")]
    [InlineData("Oct. 2021", "month")]
    [InlineData("octobre 2021", "month")]
    [InlineData("2021-10-05", "day")]
    [InlineData("2021-10-05T10:00Z", "minute")]
    [InlineData("2021-10-05T10:00:00Z", "second")]
    public void Its_precision_is_kept(string text, string precision)
    {
        Assert.True(NewsDateParser.TryParse(text, new SourceSettings(), out var date));
        Assert.Equal(precision, date.Precision);
    }

    [Theory]
    [InlineData("2024-03-14T20:41:07", "2024-03-14T19:41:07Z")]
    [InlineData("2024-07-14T20:41:07", "2024-07-14T18:41:07Z")]
    [InlineData("2024-03-31T02:30:00", "2024-03-31T01:30:00Z")] // does not exist: one hour forward
    [InlineData("2024-10-27T02:30:00", "2024-10-27T00:30:00Z")] // exists twice: the earlier
    public void Without_zone_it_is_in_the_zone_of_the_source_and_says_so(string text, string instant)
    {
        Assert.True(NewsDateParser.TryParse(text, new SourceSettings { TimeZone = "Europe/Brussels" }, out var date));
        Assert.True(date.AssumedZone);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), date.Instant);
    }

    [Theory]
    [InlineData("dmy", "2024-04-03")]
    [InlineData("mdy", "2024-03-04")]
    public void Numeric_days_and_months_need_the_order_of_the_source(string order, string day)
    {
        Assert.True(NewsDateParser.TryParse("03/04/2024 10:00", new SourceSettings { DateOrder = order }, out var date));
        Assert.Equal(day, date.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_offset_that_came_is_kept()
    {
        Assert.True(NewsDateParser.TryParse("2024-03-14T20:41:07+05:30", new SourceSettings(), out var date));
        Assert.Equal(TimeSpan.FromMinutes(330), date.Instant.Offset);
    }
}
