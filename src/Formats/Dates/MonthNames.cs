using System.Collections.Frozen;

namespace Newswire.Formats.Dates;

/// <summary>Month names and their usual short forms in the languages of the wires, without a closing full stop, any case.</summary>
public static class MonthNames
{
    // One line a month: Latin scripts first, then Cyrillic, Greek, and the scripts of the other wires; genitive forms are what stands in a date.
    private static readonly string[] Rows =
    [
        "jan january januar januari janvier janv gennaio gen enero ene janeiro janvāris januarie ianuarie ian styczeń stycznia sty leden ledna led január januára ocak oca tammikuu tammikuuta január siječanj siječnja urtarrila gener jaan januára januari jänner jän sausio янв январь января януари яну січень січня січ јануар јануара студзеня ιανουάριος ιανουαρίου ιαν januari jaanuar sausis sausio janúar janar يناير ژانویه ינואר जनवरी জানুয়ারি มกราคม հունվարի იანვარი tammi",
        "feb february februar februari février fevrier févr fevr fév fev febbraio febrero fevereiro februarie luty lutego lut únor února úno února şubat sub şub helmikuu helmikuuta február februára veljača veljače otsailak febrer februára feber фев февр февраль февраля февруари лютий лютого лют фебруар фебруара лютага φεβρουάριος φεβρουαρίου φεβ vasaris vasario veebruar shkurt فبراير شباط فوریه פברואר फरवरी ফেব্রুয়ারি กุมภาพันธ์ փետրվարի თებერვალი febbr helmi",
        "mar march mars märz mrz mär marz mrt maart marzo março marco martie marzec marca březen března bře mart maaliskuu maaliskuuta március márc marec ožujak ožujka martxoak març maart марта март мар березень березня бер сакавіка μάρτιος μαρτίου μαρ maret märts kovas kovo marsi مارس آذار מרץ מארס मार्च মার্চ มีนาคม մարտի მარტი maalis μάρ",
        "apr april avril avr aprile abril abr aprilie kwiecień kwietnia kwi duben dubna dub nisan nis huhtikuu huhtikuuta április ápr apríla apríl travanj travnja apirilak апр апрель апреля април квітень квітня квіт красавіка απρίλιος απριλίου απρ aprill balandis balandžio prill أبريل ابريل نيسان آوریل אפריל अप्रैल এপ্রিল เมษายน ապրիլի აპრილი huhti",
        "may mai mei mag maggio mayo maio maj maja květen května kvě mayıs toukokuu toukokuuta május máj mája svibanj svibnja maiatza maig май мая мај травень травня трав траўня μάιος μαΐου μάι gegužė gegužės maí مايو أيار مه מאי मई মে พฤษภาคม մայիսի მაისი touko μάι μαϊ",
        "jun june juni juin giugno giu junio junho iunie iun czerwiec czerwca cze červen června čvn haziran haz kesäkuu kesäkuuta június jún júna lipanj lipnja ekainak juny июн июнь июня юни червень червня черв јун јуна чэрвеня ιούνιος ιουνίου ιουν juuni birželis birželio qershor يونيو حزيران ژوئن יוני जून জুন มิถุนายน հունիսի ივნისი kesä ιούν",
        "jul july juli juillet juil luglio lug julio julho iulie iul lipiec lipca lip červenec července čvc temmuz tem heinäkuu heinäkuuta július júl júla srpanj srpnja uztailak juliol июл июль июля юли липень липня лип јул јула ліпеня ιούλιος ιουλίου ιουλ juuli liepa liepos korrik يوليو تموز ژوئیه יולי जुलाई জুলাই กรกฎาคม հուլիսի ივლისი heinä ιούλ",
        "aug august août aout agosto ago augustus augusti august sierpień sierpnia sie srpen srpna srp ağustos ağu elokuu elokuuta augusztus augusta kolovoz kolovoza abuztuak agost авг август августа серпень серпня серп жніўня αύγουστος αυγούστου αυγ agustus ogos rugpjūtis rugpjūčio gusht أغسطس اغسطس آب اوت אוגוסט अगस्त আগস্ট สิงหาคม օգոստոսի აგვისტო elo αύγ agu",
        "sep sept september septembre settembre set septiembre septbr setembro septembrie wrzesień września wrz září zář eylül eyl syyskuu syyskuuta szeptember szept septembra rujan rujna irailak setembre сен сент сентябрь сентября септември септ вересень вересня вер септембар септембра верасня σεπτέμβριος σεπτεμβρίου σεπ rugsėjis rugsėjo shtator سبتمبر أيلول سپتامبر ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน սեպտեմբերի სექტემბერი syys",
        "oct okt october oktober octobre ottobre ott octubre outubro out octombrie październik października paź říjen října říj ekim eki lokakuu lokakuuta október októbra urriak okt окт октябрь октября октомври жовтень жовтня жовт октобар октобра кастрычніка οκτώβριος οκτωβρίου οκτ oktoober spalis spalio tetor أكتوبر اكتوبر اکتبر אוקטובר अक्टूबर অক্টোবর ตุลาคม հոկտեմբերի ოქტომბერი loka",
        "nov november novembre noviembre novembro noiembrie noi listopad listopada listopadu lis kasım kas marraskuu marraskuuta novembra studeni studenoga azaroak ноя нояб ноябрь ноября ноември листопад листопада лист новембар новембра лістапада νοέμβριος νοεμβρίου νοε lapkritis lapkričio nëntor نوفمبر نوامبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน նոյեմբերի ნოემბერი nopember marras νοέ",
        "dec dez december dezember décembre decembre déc dicembre dic diciembre dezembro decembrie desember des grudzień grudnia gru prosinec prosince pro aralık ara joulukuu joulukuuta decembra prosinac prosinca abenduak desembre дек декабрь декабря декември грудень грудня груд децембар децембра снежня δεκέμβριος δεκεμβρίου δεκ detsember gruodis gruodžio dhjetor ديسمبر دسامبر דצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม դեկտեմբերի დეკემბერი joulu",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName = Build();

    /// <summary>The month of a name, 1 to 12; false when it is none.</summary>
    public static bool TryGet(ReadOnlySpan<char> name, out int month)
    {
        month = 0;
        name = name.TrimEnd('.');
        if (name.Length is < 2 or > 20) return false;
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return ByName.TryGetValue(lower, out month);
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Rows.Length; i++)
            foreach (var name in Rows[i].Split(' '))
                months.TryAdd(name, i + 1);
        return months.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
