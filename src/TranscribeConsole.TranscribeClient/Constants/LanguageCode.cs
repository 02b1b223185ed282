using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.TranscribeService.Wire;

namespace Amazon.TranscribeService;

/// <summary>A language of the media, such as <c>en-US</c>. Values newer than this list pass through.</summary>
[JsonConverter(typeof(ConstantConverter<LanguageCode>))]
public class LanguageCode(string value) : ConstantClass(value), IConstant<LanguageCode>
{
    /// <summary>Abkhaz.</summary>
    public static readonly LanguageCode AbGE = new("ab-GE");
    /// <summary>Afrikaans.</summary>
    public static readonly LanguageCode AfZA = new("af-ZA");
    /// <summary>Amharic.</summary>
    public static readonly LanguageCode AmET = new("am-ET");
    /// <summary>Arabic, Gulf.</summary>
    public static readonly LanguageCode ArAE = new("ar-AE");
    /// <summary>Arabic, Modern Standard.</summary>
    public static readonly LanguageCode ArSA = new("ar-SA");
    /// <summary>Asturian.</summary>
    public static readonly LanguageCode AstES = new("ast-ES");
    /// <summary>Azerbaijani.</summary>
    public static readonly LanguageCode AzAZ = new("az-AZ");
    /// <summary>Bashkir.</summary>
    public static readonly LanguageCode BaRU = new("ba-RU");
    /// <summary>Belarusian.</summary>
    public static readonly LanguageCode BeBY = new("be-BY");
    /// <summary>Bulgarian.</summary>
    public static readonly LanguageCode BgBG = new("bg-BG");
    /// <summary>Bengali.</summary>
    public static readonly LanguageCode BnIN = new("bn-IN");
    /// <summary>Bosnian.</summary>
    public static readonly LanguageCode BsBA = new("bs-BA");
    /// <summary>Catalan.</summary>
    public static readonly LanguageCode CaES = new("ca-ES");
    /// <summary>Central Kurdish, Iraq.</summary>
    public static readonly LanguageCode CkbIQ = new("ckb-IQ");
    /// <summary>Central Kurdish, Iran.</summary>
    public static readonly LanguageCode CkbIR = new("ckb-IR");
    /// <summary>Czech.</summary>
    public static readonly LanguageCode CsCZ = new("cs-CZ");
    /// <summary>Welsh.</summary>
    public static readonly LanguageCode CyGB = new("cy-GB");
    /// <summary>Welsh.</summary>
    public static readonly LanguageCode CyWL = new("cy-WL");
    /// <summary>Danish.</summary>
    public static readonly LanguageCode DaDK = new("da-DK");
    /// <summary>German, Swiss.</summary>
    public static readonly LanguageCode DeCH = new("de-CH");
    /// <summary>German.</summary>
    public static readonly LanguageCode DeDE = new("de-DE");
    /// <summary>Greek.</summary>
    public static readonly LanguageCode ElGR = new("el-GR");
    /// <summary>English, Scottish.</summary>
    public static readonly LanguageCode EnAB = new("en-AB");
    /// <summary>English, Australian.</summary>
    public static readonly LanguageCode EnAU = new("en-AU");
    /// <summary>English, British.</summary>
    public static readonly LanguageCode EnGB = new("en-GB");
    /// <summary>English, Irish.</summary>
    public static readonly LanguageCode EnIE = new("en-IE");
    /// <summary>English, Indian.</summary>
    public static readonly LanguageCode EnIN = new("en-IN");
    /// <summary>English, New Zealand.</summary>
    public static readonly LanguageCode EnNZ = new("en-NZ");
    /// <summary>English, US.</summary>
    public static readonly LanguageCode EnUS = new("en-US");
    /// <summary>English, Welsh.</summary>
    public static readonly LanguageCode EnWL = new("en-WL");
    /// <summary>English, South African.</summary>
    public static readonly LanguageCode EnZA = new("en-ZA");
    /// <summary>Spanish.</summary>
    public static readonly LanguageCode EsES = new("es-ES");
    /// <summary>Spanish, Mexican.</summary>
    public static readonly LanguageCode EsMX = new("es-MX");
    /// <summary>Spanish, US.</summary>
    public static readonly LanguageCode EsUS = new("es-US");
    /// <summary>Estonian.</summary>
    public static readonly LanguageCode EtEE = new("et-EE");
    /// <summary>Estonian, the older code.</summary>
    public static readonly LanguageCode EtET = new("et-ET");
    /// <summary>Basque.</summary>
    public static readonly LanguageCode EuES = new("eu-ES");
    /// <summary>Farsi, Afghan.</summary>
    public static readonly LanguageCode FaAF = new("fa-AF");
    /// <summary>Farsi.</summary>
    public static readonly LanguageCode FaIR = new("fa-IR");
    /// <summary>Finnish.</summary>
    public static readonly LanguageCode FiFI = new("fi-FI");
    /// <summary>French, Canadian.</summary>
    public static readonly LanguageCode FrCA = new("fr-CA");
    /// <summary>French.</summary>
    public static readonly LanguageCode FrFR = new("fr-FR");
    /// <summary>Irish.</summary>
    public static readonly LanguageCode GaIE = new("ga-IE");
    /// <summary>Scottish Gaelic.</summary>
    public static readonly LanguageCode GdGB = new("gd-GB");
    /// <summary>Galician.</summary>
    public static readonly LanguageCode GlES = new("gl-ES");
    /// <summary>Gujarati.</summary>
    public static readonly LanguageCode GuIN = new("gu-IN");
    /// <summary>Hausa.</summary>
    public static readonly LanguageCode HaNG = new("ha-NG");
    /// <summary>Hebrew.</summary>
    public static readonly LanguageCode HeIL = new("he-IL");
    /// <summary>Hindi, Indian.</summary>
    public static readonly LanguageCode HiIN = new("hi-IN");
    /// <summary>Croatian.</summary>
    public static readonly LanguageCode HrHR = new("hr-HR");
    /// <summary>Haitian Creole.</summary>
    public static readonly LanguageCode HtHT = new("ht-HT");
    /// <summary>Hungarian.</summary>
    public static readonly LanguageCode HuHU = new("hu-HU");
    /// <summary>Armenian.</summary>
    public static readonly LanguageCode HyAM = new("hy-AM");
    /// <summary>Indonesian.</summary>
    public static readonly LanguageCode IdID = new("id-ID");
    /// <summary>Icelandic.</summary>
    public static readonly LanguageCode IsIS = new("is-IS");
    /// <summary>Italian.</summary>
    public static readonly LanguageCode ItIT = new("it-IT");
    /// <summary>Japanese.</summary>
    public static readonly LanguageCode JaJP = new("ja-JP");
    /// <summary>Javanese.</summary>
    public static readonly LanguageCode JvID = new("jv-ID");
    /// <summary>Georgian.</summary>
    public static readonly LanguageCode KaGE = new("ka-GE");
    /// <summary>Kabyle.</summary>
    public static readonly LanguageCode KabDZ = new("kab-DZ");
    /// <summary>Kazakh.</summary>
    public static readonly LanguageCode KkKZ = new("kk-KZ");
    /// <summary>Khmer.</summary>
    public static readonly LanguageCode KmKH = new("km-KH");
    /// <summary>Kannada.</summary>
    public static readonly LanguageCode KnIN = new("kn-IN");
    /// <summary>Korean.</summary>
    public static readonly LanguageCode KoKR = new("ko-KR");
    /// <summary>Kyrgyz.</summary>
    public static readonly LanguageCode KyKG = new("ky-KG");
    /// <summary>Luganda.</summary>
    public static readonly LanguageCode LgIN = new("lg-IN");
    /// <summary>Lithuanian.</summary>
    public static readonly LanguageCode LtLT = new("lt-LT");
    /// <summary>Latvian.</summary>
    public static readonly LanguageCode LvLV = new("lv-LV");
    /// <summary>Meadow Mari.</summary>
    public static readonly LanguageCode MhrRU = new("mhr-RU");
    /// <summary>Maori.</summary>
    public static readonly LanguageCode MiNZ = new("mi-NZ");
    /// <summary>Macedonian.</summary>
    public static readonly LanguageCode MkMK = new("mk-MK");
    /// <summary>Malayalam.</summary>
    public static readonly LanguageCode MlIN = new("ml-IN");
    /// <summary>Mongolian.</summary>
    public static readonly LanguageCode MnMN = new("mn-MN");
    /// <summary>Marathi.</summary>
    public static readonly LanguageCode MrIN = new("mr-IN");
    /// <summary>Malay.</summary>
    public static readonly LanguageCode MsMY = new("ms-MY");
    /// <summary>Maltese.</summary>
    public static readonly LanguageCode MtMT = new("mt-MT");
    /// <summary>Burmese.</summary>
    public static readonly LanguageCode MyMM = new("my-MM");
    /// <summary>Nepali.</summary>
    public static readonly LanguageCode NeNP = new("ne-NP");
    /// <summary>Dutch.</summary>
    public static readonly LanguageCode NlNL = new("nl-NL");
    /// <summary>Norwegian Bokmål.</summary>
    public static readonly LanguageCode NoNO = new("no-NO");
    /// <summary>Odia/Oriya.</summary>
    public static readonly LanguageCode OrIN = new("or-IN");
    /// <summary>Punjabi.</summary>
    public static readonly LanguageCode PaIN = new("pa-IN");
    /// <summary>Polish.</summary>
    public static readonly LanguageCode PlPL = new("pl-PL");
    /// <summary>Pashto.</summary>
    public static readonly LanguageCode PsAF = new("ps-AF");
    /// <summary>Portuguese, Brazilian.</summary>
    public static readonly LanguageCode PtBR = new("pt-BR");
    /// <summary>Portuguese.</summary>
    public static readonly LanguageCode PtPT = new("pt-PT");
    /// <summary>Romanian.</summary>
    public static readonly LanguageCode RoRO = new("ro-RO");
    /// <summary>Russian.</summary>
    public static readonly LanguageCode RuRU = new("ru-RU");
    /// <summary>Kinyarwanda.</summary>
    public static readonly LanguageCode RwRW = new("rw-RW");
    /// <summary>Sinhala.</summary>
    public static readonly LanguageCode SiLK = new("si-LK");
    /// <summary>Slovak.</summary>
    public static readonly LanguageCode SkSK = new("sk-SK");
    /// <summary>Slovenian.</summary>
    public static readonly LanguageCode SlSI = new("sl-SI");
    /// <summary>Somali.</summary>
    public static readonly LanguageCode SoSO = new("so-SO");
    /// <summary>Albanian.</summary>
    public static readonly LanguageCode SqAL = new("sq-AL");
    /// <summary>Serbian.</summary>
    public static readonly LanguageCode SrRS = new("sr-RS");
    /// <summary>Sundanese.</summary>
    public static readonly LanguageCode SuID = new("su-ID");
    /// <summary>Swedish.</summary>
    public static readonly LanguageCode SvSE = new("sv-SE");
    /// <summary>Swahili, Burundi.</summary>
    public static readonly LanguageCode SwBI = new("sw-BI");
    /// <summary>Swahili, Kenya.</summary>
    public static readonly LanguageCode SwKE = new("sw-KE");
    /// <summary>Swahili, Rwanda.</summary>
    public static readonly LanguageCode SwRW = new("sw-RW");
    /// <summary>Swahili, Tanzania.</summary>
    public static readonly LanguageCode SwTZ = new("sw-TZ");
    /// <summary>Swahili, Uganda.</summary>
    public static readonly LanguageCode SwUG = new("sw-UG");
    /// <summary>Tamil.</summary>
    public static readonly LanguageCode TaIN = new("ta-IN");
    /// <summary>Telugu.</summary>
    public static readonly LanguageCode TeIN = new("te-IN");
    /// <summary>Thai.</summary>
    public static readonly LanguageCode ThTH = new("th-TH");
    /// <summary>Tagalog/Filipino.</summary>
    public static readonly LanguageCode TlPH = new("tl-PH");
    /// <summary>Turkish.</summary>
    public static readonly LanguageCode TrTR = new("tr-TR");
    /// <summary>Tatar.</summary>
    public static readonly LanguageCode TtRU = new("tt-RU");
    /// <summary>Uyghur.</summary>
    public static readonly LanguageCode UgCN = new("ug-CN");
    /// <summary>Ukrainian.</summary>
    public static readonly LanguageCode UkUA = new("uk-UA");
    /// <summary>Uzbek.</summary>
    public static readonly LanguageCode UzUZ = new("uz-UZ");
    /// <summary>Vietnamese.</summary>
    public static readonly LanguageCode ViVN = new("vi-VN");
    /// <summary>Wolof.</summary>
    public static readonly LanguageCode WoSN = new("wo-SN");
    /// <summary>Chinese, Simplified.</summary>
    public static readonly LanguageCode ZhCN = new("zh-CN");
    /// <summary>Chinese, Cantonese.</summary>
    public static readonly LanguageCode ZhHK = new("zh-HK");
    /// <summary>Chinese, Traditional.</summary>
    public static readonly LanguageCode ZhTW = new("zh-TW");
    /// <summary>Zulu.</summary>
    public static readonly LanguageCode ZuZA = new("zu-ZA");

    /// <summary>The constant of a wire value, or a new one for a value that is not listed; null for null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static LanguageCode? FindValue(string? value) => FindValue<LanguageCode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LanguageCode?(string? value) => FindValue(value);
}
