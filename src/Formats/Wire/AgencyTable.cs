namespace Newswire.Formats.Wire;

/// <summary>
/// The lexicon behind <see cref="Agencies"/>. One agency a line: kind (A agency, B broadcaster or paper, R press-release wire,
/// L broadcasters or papers that are each their own), the name it is filed under, further forms after bars. A question mark after a form:
/// ambiguous, counts only as a signature.
/// </summary>
internal static class AgencyTable
{
    public const string Lines = """
        A AFP | Agence France-Presse | Agence France Presse | أ ف ب | أ.ف.ب | ا ف ب | فرانس برس | АФП | AFP통신 | 法新社 | AFP=時事 | АФР?
        A Reuters | Reuter | RTR? | Thomson Reuters | Reuters News | رويترز | Рейтер | Reuters Breakingviews | رویترز | רויטרס | ロイター | ロイター通信 | 路透社 | 路透 | 로이터
        A AP | Associated Press | The Associated Press | AP Photo? | AP통신 | AP通信 | 美联社 | 美聯社 | أسوشيتد برس | Ассошиэйтед Пресс
        A dpa | DPA | Deutsche Presse-Agentur | dpa-AFX | dpa-AFX Broker? | dpa-infocom | dpa-tmn | tmn? | د ب أ | 德新社 | ДПА
        A Belga | BELGA | Agence Belga | Persagentschap Belga
        A ANP? | Algemeen Nederlands Persbureau | Novum?
        A EFE | Agencia EFE | ЭФЭ | 埃菲社
        A ANSA | Ansa | ANSAmed
        A TASS | ITAR-TASS | Itar-Tass | ТАСС | ИТАР-ТАСС | 塔斯社 | タス通信
        A Xinhua | Xinhua News Agency | 新华社 | 新華社 | Синьхуа | شينخوا | 新华 | 신화통신
        A UPI | United Press International
        A PA? | PA Media | Press Association | PA Wire? | UK Press Association
        A Kyodo | Kyodo News | 共同 | 共同通信 | 共同通信社 | 共同社 | KYODO
        A Jiji | Jiji Press | 時事 | 時事通信 | 時事通信社 | 时事社
        A Yonhap | Yonhap News | Yonhap News Agency | 연합뉴스 | 韩联社 | 韓聯社 | 聯合ニュース | YONHAP
        A Newsis | 뉴시스 | NEWSIS
        A News1 | 뉴스1
        A KCNA | 조선중앙통신 | 朝中社 | 朝鮮中央通信
        A CNA? | Central News Agency | 中央社 | 中央通訊社
        A CNS? | China News Service | 中新社 | 中新网 | 中国新闻社 | 中新網
        A RIA Novosti | RIA | RIA-Novosti | РИА Новости | РИА? | РИА НОВОСТИ
        A Interfax | INTERFAX | Интерфакс | ИНТЕРФАКС | Interfax-Ukraine | Интерфакс-Украина | Інтерфакс-Україна | ИНТЕРФАКС-УКРАИНА
        A Sputnik? | Спутник?
        A Ukrinform | Укрінформ | УКРІНФОРМ | Укринформ
        A UNIAN | УНІАН | УНИАН
        A UNN? | УНН
        A BelTA | БЕЛТА | BELTA | БелТА
        A Kazinform | Казинформ
        A KazTAG | КазТАГ
        A Trend? | Trend News Agency
        A Azertac | AZERTAC | АЗЕРТАДЖ | AzerTAc
        A Armenpress | Арменпресс | Արմենպրես
        A PAP | Polska Agencja Prasowa | PAP Biznes?
        A CTK | ČTK | CTK | Česká tisková kancelář
        A TASR | Tlačová agentúra Slovenskej republiky
        A SITA?
        A MTI | Magyar Távirati Iroda
        A Agerpres | AGERPRES
        A Mediafax | MEDIAFAX
        A BTA | БТА | Българска телеграфна агенция
        A Focus? | Фокус?
        A Tanjug | TANJUG | Танјуг | ТАНЈУГ
        A Beta? | БЕТА?
        A FoNet | FONET
        A HINA | Hina?
        A STA?
        A SRNA | СРНА | Srna
        A FENA | Fena
        A MIA? | МИА?
        A MINA?
        A ATA? | Agjencia Telegrafike Shqiptare
        A ANA-MPA | ΑΠΕ-ΜΠΕ | ANA? | ΑΠΕ? | ΑΜΠΕ
        A CNA Cyprus? | ΚΥΠΕ
        A Anadolu | Anadolu Agency | Anadolu Ajansı | AA? | وكالة الأناضول | الأناضول
        A DHA | Demirören Haber Ajansı
        A IHA? | İHA | İhlas Haber Ajansı
        A ANKA?
        A APA | Austria Presse Agentur | APA-OTS
        A Keystone-SDA | sda | SDA | ats | ATS | Keystone-ATS | ats afp? | sda afp? | Schweizerische Depeschenagentur | Agence télégraphique suisse | Keystone-SDA-ATS
        A awp | AWP
        A epd | EPD | Evangelischer Pressedienst
        A KNA | Katholische Nachrichten-Agentur | kna
        A SID | Sport-Informations-Dienst
        A dts | dts Nachrichtenagentur
        A ddp? | dapd | ddp images?
        A dpad?
        A cath.ch? | Kath.ch?
        A NTB | Norsk Telegrambyrå | Norsk telegrambyrå
        A TT? | TT Nyhetsbyrån | Tidningarnas Telegrambyrå
        A Ritzau | ritzau | RITZAU | Ritzaus Bureau
        A STT | STT-Lehtikuva | Suomen Tietotoimisto | STT-FNB? | FNB? | SPT?
        A BNS | Baltic News Service
        A LETA
        A ELTA | Elta
        A ERR? | ETA?
        A Lusa | LUSA | Agência Lusa
        A Europa Press | EUROPA PRESS
        A Colpisa | COLPISA
        A Servimedia | SERVIMEDIA
        A ACN? | Agència Catalana de Notícies
        A Vasco Press | Vasco Press?
        A Adnkronos | ADNKRONOS | AdnKronos
        A AGI? | Agenzia Italia
        A LaPresse | LAPRESSE
        A Askanews | askanews | ASKANEWS
        A Agenzia Nova | Nova? | NOVA? | nova?
        A Dire? | Agenzia Dire
        A Italpress | ITALPRESS
        A SIR? | Agenzia SIR
        A Radiocor | Il Sole 24 Ore Radiocor
        A Fides | Agenzia Fides
        A MENA? | أ ش أ | وكالة أنباء الشرق الأوسط | Middle East News Agency
        A WAFA? | وفا | Wafa?
        A SPA? | واس | وكالة الأنباء السعودية | Saudi Press Agency
        A QNA? | قنا | Qatar News Agency
        A KUNA | كونا
        A BNA? | بنا | Bahrain News Agency
        A WAM? | وام | Emirates News Agency
        A ONA? | Oman News Agency | العمانية
        A SANA? | سانا | Syrian Arab News Agency
        A NNA? | National News Agency | الوكالة الوطنية للإعلام
        A Petra? | بترا | Jordan News Agency
        A INA? | واع | Iraqi News Agency
        A APS? | Algérie Presse Service | واج | وكالة الأنباء الجزائرية
        A TAP? | Tunis Afrique Presse | وات
        A MAP? | Maghreb Arabe Presse | ومع
        A LANA? | وال
        A SUNA? | سونا
        A Saba? | سبأ
        A IRNA | ایرنا | ارنا | إرنا
        A ISNA | ایسنا
        A Fars? | FNA? | فارس?
        A Tasnim | تسنیم | تسنيم
        A Mehr? | Mehr News Agency | مهر?
        A JTA? | Jewish Telegraphic Agency
        A Tazpit? | TPS?
        A Khaama Press? | Khaama?
        A Pajhwok
        A APP? | Associated Press of Pakistan
        A PPI? | INP?
        A PTI | Press Trust of India | पीटीआई | भाषा?
        A UNI? | United News of India | वार्ता?
        A ANI? | Asian News International | एएनआई
        A IANS | आईएएनएस
        A UNB? | BSS? | বাসস | ইউএনবি
        A RSS Nepal? | रासस
        A Antara? | ANTARA
        A Bernama | BERNAMA
        A VNA? | TTXVN | Vietnam News Agency | Việt Nam News?
        A TNA? | Thai News Agency
        A AKP? | Agence Kampuchea Presse
        A PNA? | Philippine News Agency
        A KPL? | Lao News Agency
        A Montsame | МОНЦАМЭ
        A AAP | Australian Associated Press
        A NZN? | NZPA | New Zealand Newswire
        A Medianet? | Pagemasters?
        A CP? | Canadian Press | The Canadian Press | La Presse Canadienne | La Presse canadienne | PC?
        A QMI? | Agence QMI
        A Bloomberg | Bloomberg News | BLOOMBERG
        A Dow Jones | Dow Jones Newswires | DJ? | Dow Jones News
        A MarketWatch
        A TNS? | Tribune News Service | tca | Tribune Content Agency | TCA?
        A McClatchy | MCT?
        A StatsPerform? | OPTA?
        A Alliance News
        A Baha? | baha news
        A MT Newswires
        A RTTNews
        A AFX? | AFX News
        A IPS? | Inter Press Service
        A PANA? | Panapress | PANAPRESS
        A ANGOP | Angop
        A AIM? | Agência de Informação de Moçambique
        A ZIANA | New Ziana
        A NAN? | News Agency of Nigeria
        A GNA? | Ghana News Agency
        A KNA Kenya? | Kenya News Agency
        A ENA? | Ethiopian News Agency
        A SAPA? | South African Press Association | ANA SA?
        A ACI? | ACP? | Agence congolaise de presse
        A AIP? | Agence ivoirienne de presse
        A AGP? | Agence gabonaise de presse
        A Infocongo? | ABP?
        A Telam | Télam | TELAM
        A NA Argentina? | Noticias Argentinas
        A ABr? | Agência Brasil
        A Estadao Conteudo | Estadão Conteúdo
        A Folhapress | FOLHAPRESS
        A Notimex | NOTIMEX
        A Prensa Latina | PL? | Prensa Latina?
        A ACN Cuba? | Agencia Cubana de Noticias
        A AVN? | Agencia Venezolana de Noticias
        A ABI? | Agencia Boliviana de Información
        A Andina? | Agencia Andina
        A Colprensa | COLPRENSA
        A CMC? | Caribbean Media Corporation
        A Zenit? | ZENIT?
        A CNS Catholic? | Catholic News Service
        A RFE/RL | Radio Free Europe
        A VOA? | Voice of America
        A Forum? | NewsForum?
        A Infopro? | AEF? | Agence AEF
        A AGEFI? | AOF? | Agence Option Finance
        A NEWSWIRE? | Newsman?
        A NOVA International? | Novosti?
        B TRT | TRT Haber | TRT World
        B BBC | BBC News | Би-би-си | بي بي سي
        B CNN | CNN International
        B Al Jazeera | Al-Jazeera | Al Jazira | الجزيرة | Al-Jazira
        B Al Arabiya | Al-Arabiya | العربية?
        L RTBF | RTL | RTL-TVI | VRT | VTM | VRT NWS
        L NOS | RTL Nieuws | NRC? | De Telegraaf
        L France Info | franceinfo | France Inter | France 2 | France 24 | Europe 1 | BFMTV | BFM TV | TF1 | RMC | LCI | CNews | RFI
        L ARD | ZDF | Tagesschau | Deutschlandfunk | Der Spiegel | Bild | n-tv
        L ORF | SRF | RTS
        L RAI | Rai | RaiNews
        L RTVE | TVE | Cadena SER | SER?
        L RTP | SIC? | TVI?
        L NRK | SVT | DR? | TV 2 | YLE | Yle
        L NBC | ABC News | CBS | CBS News | Fox News | CNBC | MSNBC | NPR | PBS | NBC News
        L The New York Times | New York Times | The Washington Post | Washington Post | Wall Street Journal | The Wall Street Journal
        L Financial Times | The Guardian | The Times? | Sky News | ITV
        L Le Monde | Le Figaro | Le Soir | Libération? | La Libre | De Standaard | De Morgen | Het Laatste Nieuws | HLN
        L NHK | CCTV | KBS | Tolo News | TOLOnews | Geo TV | GEO News | Globo | Rossiya 1 | Россия 1 | RT?
        R PR Newswire | PRNewswire | PRNewswire-AsiaNet | PR NEWSWIRE | /PRNewswire? | PRNewswire-USNewswire | PRNewswire-FirstCall
        R Business Wire | BUSINESS WIRE | BusinessWire
        R GlobeNewswire | GLOBE NEWSWIRE | Globe Newswire
        R AsiaNet | ASIANET
        R Marketwired | MARKETWIRED | Marketwire
        R news aktuell | ots | OTS? | APA-OTS?
        R Accesswire | ACCESSWIRE
        R EQS | EQS-News | DGAP | DGAP-News
        R Cision | CNW | CNW Group | CNW Telbec
        R EIN Presswire | EINPresswire
        R Belga Press Release? | Belga.press?
        """;
}
