using System.Collections.Frozen;

namespace Newswire.Formats.Decoding;

/// <summary>How much the letters beyond ASCII of a text look like one language. Works on short texts, where trigrams would not.</summary>
internal static class LanguageLikeness
{
    /// <summary>Letters a language uses beyond ASCII; of scripts of their own, the letters that make up most of running text.</summary>
    private static readonly FrozenSet<char>[] Alphabets = new[]
    {
        "éèêëàâçîïôûùœæÿ", "äöüß", "éèëïöüáóíĳ", "áéíóúüñ¿¡ªº", "àèéìòùíî", "ãõáéíóúâêôçàü", "åäöéü", "æøåéóü", "äöå", "àèéíïóòúüç·",
        "áíéóöőúüű", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "ăâîșțşţ", "čćžšđ", "çğıöşüâîûİ", "āčēģīķļņšūž", "ąčęėįšųūž", "õäöüšž",
        "ðþáéíóúýæö", "ëç",
    }.Select(WithCapitals).ToArray();

    /// <summary>Letters beyond ASCII that are words by themselves: <c>à</c>, <c>è</c>, <c>é</c>, <c>ö</c>, <c>å</c> …</summary>
    private static readonly FrozenSet<char> SingleLetterWords = WithCapitals("àáâäåéèêíìîïóòôöőúùûüæø");

    private static readonly FrozenSet<char> Cyrillic = WithCapitals("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџ");
    private static readonly FrozenSet<char> Greek = WithCapitals("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ");
    private static readonly FrozenSet<char> Hebrew = "אבגדהוזחטיךכלםמןנסעףפץצקרשת".ToFrozenSet();
    private static readonly FrozenSet<char> Arabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژکگیی،؛؟ًٌٍَُِّْ".ToFrozenSet();

    private static readonly FrozenSet<char> FrequentCyrillic = "оеаинтсрвлкмді".ToFrozenSet();
    private static readonly FrozenSet<char> FrequentGreek = "αοιετνσηρκπυά".ToFrozenSet();
    private static readonly FrozenSet<char> FrequentHebrew = "יוהלאמרתבשנ".ToFrozenSet();
    private static readonly FrozenSet<char> FrequentArabic = "اليمونرتبةعد".ToFrozenSet();

    private static readonly FrozenSet<char> FrequentHan =
        ("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
         "這個們來為國說時會對發後過動還進樣開從實軍與長機經當點關業將兩間問並應戰見產話給門員東聲論處義幾條係氣題爾別變總電數報結務場計資統區隊決馬書聽達強難權設記類據邊張該規萬許師觀領確傳術覺讓識帶導爭運昨今市政府台北" +
         "日本東京会社年月火水木金土時分大学生国人出者中業政府発表同首相氏市県").ToFrozenSet();

    private static readonly FrozenSet<char> FrequentHangul =
        "이다는의에을가고한로지하은사기를도대인서시자어정부일해과보리전관나그장구있제상수주원라여조스만경아들등년월김방공위중오국동서울것으며적안연성선신행".ToFrozenSet();

    /// <summary>About 0 for noise, towards 1 and a little above for text; 0 without any character beyond ASCII.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        Span<int> covered = stackalloc int[Alphabets.Length];
        covered.Clear();
        int total = 0, latin = 0, other = 0;
        double script = 0, penalty = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80) continue;
            if (IsNeutral(c) || IsFreeSymbol(text, i)) continue;
            total++;
            penalty += Penalty(text, i);
            var value = Script(c);
            if (value >= 0)
            {
                script += value;
                other++;
                continue;
            }

            latin++;
            for (var a = 0; a < Alphabets.Length; a++)
                if (Alphabets[a].Contains(c)) covered[a]++;
        }

        if (total == 0) return text.ContainsAnyInRange('\u0080', '\u009F') ? 0 : 0.5;
        var best = 0;
        foreach (var count in covered) best = Math.Max(best, count);
        // A foreign name now and then must not cost a text its language: squares favour one alphabet for all.
        var inLatin = latin == 0 ? 0 : latin * Math.Pow((double)best / latin, 2);
        return (inLatin + script - penalty) / total;
    }

    /// <summary>Punctuation that stands in every language; it tells nothing between the one-byte sets.</summary>
    private static bool IsNeutral(char c) =>
        c is '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u2013' or '\u2014' or '\u2026' or '«' or '»' or '\u00A0' or '€' or '°' or '\u2022' or '·';

    /// <summary><c>© 2024</c>, <c>£100</c>, <c>¿Qué</c>: a sign where it belongs, outside words, tells nothing either.</summary>
    private static bool IsFreeSymbol(ReadOnlySpan<char> text, int i)
    {
        if (text[i] is not ('©' or '®' or '£' or '¥' or '§' or '±' or '½' or '¼' or '¾' or '²' or '³' or '¿' or '¡' or '¹')) return false;
        var opens = text[i] is '¿' or '¡';
        return (i == 0 || !char.IsLetter(text[i - 1])) && (opens || i + 1 == text.Length || !char.IsLetter(text[i + 1]));
    }

    /// <summary>Worth of a character of a script of its own: more when frequent; −1 for Latin and symbols.</summary>
    private static double Script(char c) => c switch
    {
        >= '\u0400' and < '\u0530' => !Cyrillic.Contains(c) ? 0 : FrequentCyrillic.Contains(c) ? 1.2 : char.IsUpper(c) ? 0.3 : 0.6,
        >= '\u0370' and < '\u0400' => !Greek.Contains(c) ? 0 : FrequentGreek.Contains(c) ? 1.2 : char.IsUpper(c) ? 0.3 : 0.6,
        >= '\u0590' and < '\u0600' => !Hebrew.Contains(c) ? 0 : FrequentHebrew.Contains(c) ? 1.2 : 0.6,
        >= '\u0600' and < '\u0700' => !Arabic.Contains(c) ? 0 : FrequentArabic.Contains(c) ? 1.2 : 0.6,
        >= '\u3040' and < '\u3100' => 1.2,
        >= '\u4E00' and < '\uA000' => FrequentHan.Contains(c) ? 1.3 : 0.5,
        >= '\uAC00' and < '\uD7A4' => FrequentHangul.Contains(c) ? 1.4 : 0.7,
        >= '\u3000' and < '\u3040' => 0.8,
        >= '\uFF00' and < '\uFF66' => 0.6,
        >= '\uFF66' and < '\uFFA0' => 0.1, // half-width katakana: what one-byte junk looks like in Shift_JIS
        _ => -1,
    };

    private static double Penalty(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        var afterLetter = i > 0 && char.IsLetter(text[i - 1]);
        var beforeLetter = i + 1 < text.Length && char.IsLetter(text[i + 1]);
        if (c is >= '\u0080' and < '\u00A0' or '\uFFFD') return 2;
        if (c is >= '\uE000' and < '\uF900') return 2;
        // No language writes a Greek, Cyrillic, Hebrew or Arabic letter within a Latin word; CJK stands beside Latin all the time.
        if (c is >= '\u0370' and < '\u0700' && ((i > 0 && char.IsAsciiLetter(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])))) return 2;
        // A letter alone before a number ("ё100") is a sign of another set ("£100").
        if (c is >= '\u0370' and < '\u0700' && !afterLetter && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) return 0.7;
        if (IsCjk(c)) return IsStrayCjk(text, i) ? 2 : 0;
        if (!afterLetter && !beforeLetter && c < '\u0250' && char.IsLetter(c) && !SingleLetterWords.Contains(c)) return 0.7;
        if (char.IsLower(c) && !afterLetter && i + 1 < text.Length && char.IsAsciiLetterUpper(text[i + 1])) return 0.7;
        if (!char.IsLetter(c) && c < '\u0300') return afterLetter && beforeLetter ? 1.5 : 0.7;
        return char.IsUpper(c) && afterLetter && char.IsLower(text[i - 1]) ? 1 : 0;
    }

    private static bool IsCjk(char c) => c is >= '\u3040' and < '\uD7A4' or >= '\uFF61' and < '\uFFA0';

    /// <summary>One alone that touches a Latin letter (<c>didn뭪</c>), or a number in a text that has no other (<c>25캜</c>).</summary>
    private static bool IsStrayCjk(ReadOnlySpan<char> text, int i)
    {
        var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
        if (IsCjk(before) || IsCjk(after)) return false;
        return char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || ((char.IsAsciiDigit(before) || char.IsAsciiDigit(after)) && !HasCjkNearby(text, i));
    }

    private static bool HasCjkNearby(ReadOnlySpan<char> text, int i)
    {
        const int Near = 200;
        foreach (var c in text[Math.Max(0, i - Near)..i])
            if (IsCjk(c)) return true;
        foreach (var c in text[(i + 1)..Math.Min(text.Length, i + Near)])
            if (IsCjk(c)) return true;
        return false;
    }

    private static FrozenSet<char> WithCapitals(string letters) =>
        letters.Concat(letters.Select(char.ToUpperInvariant)).ToFrozenSet();
}
