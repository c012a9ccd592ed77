"""Language and region codes (ISO 639-1, ISO 3166-1), and what is often written instead."""

import re

_TWO = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu "
    "rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to "
    "tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_LONG_FOR_SHORT = " ara bel chi deu eng fas fra fre ger ita jpn kaz kir kor per pol rus spa tgk tuk tur ukr uzb zho "
_REGIONS = (
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
    "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
    "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
    "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
    "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "
)
_SCRIPTS = " arab armn cyrl deva geor grek hang hans hant hebr hira jpan kana kore latn mong thai "
_TAG = re.compile(
    r"(?P<lang>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.I,
)


def is_language_tag(tag: str) -> bool:
    """Whether a tag is one of BCP 47 that browsers and readers know."""
    found = _TAG.fullmatch(tag)
    if not found:
        return False
    lang, script, region = (
        found["lang"].lower(),
        (found["script"] or "").lower(),
        (found["region"] or "").upper(),
    )
    known = _one_of(lang, _TWO) if len(lang) == 2 else not _one_of(lang, _LONG_FOR_SHORT)
    if script and not _one_of(script, _SCRIPTS):
        return False
    return known and (not region or region.isdigit() or _one_of(region, _REGIONS))


def _one_of(word: str, words: str) -> bool:
    return f" {word} " in words


def primary(tag: str) -> str:
    """``uz`` of ``uz-Cyrl-UZ``."""
    return tag.lower().replace("_", "-").partition("-")[0]


def script(tag: str) -> str:
    """``cyrl`` of ``uz-Cyrl``, or nothing."""
    return next((part for part in tag.lower().replace("_", "-").split("-")[1:] if len(part) == 4), "")


def usual_script(tag: str) -> str:
    """The script in which a language is read when its tag says none."""
    return {"uz": "latn", "en": "latn", "ru": "cyrl"}.get(primary(tag), script(tag))


def same_language(one: str, two: str) -> bool:
    """Whether two tags can stand for the same text: the scripts may be unsaid but must not differ."""
    return primary(one) == primary(two) and (not script(one) or not script(two) or script(one) == script(two))
