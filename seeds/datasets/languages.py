"""Languages as datasets name them, as tags (BCP 47); names by ISO 639-1."""

import re

from seeds.datasets.ledger import Ledger

UNKNOWN = "und"
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST = 35

_NAMED = (
    "afrikaans=af albanian=sq amharic=am arabic=ar armenian=hy azerbaijani=az basque=eu "
    "belarusian=be bengali=bn bosnian=bs bulgarian=bg burmese=my catalan=ca chinese=zh "
    "chineset=zh-Hant croatian=hr czech=cs danish=da dutch=nl english=en estonian=et "
    "filipino=fil finnish=fi french=fr galician=gl georgian=ka german=de greek=el gujarati=gu "
    "haitian_creole=ht hebrew=he hindi=hi hungarian=hu icelandic=is indonesian=id irish=ga "
    "italian=it japanese=ja kannada=kn kazakh=kk khmer=km korean=ko kurdish=ku kyrgyz=ky "
    "lao=lo laothian=lo latvian=lv lithuanian=lt macedonian=mk malay=ms malayalam=ml "
    "maltese=mt marathi=mr mongolian=mn nepali=ne norwegian=no pashto=ps persian=fa polish=pl "
    "portuguese=pt punjabi=pa romanian=ro russian=ru serbian=sr sinhalese=si slovak=sk "
    "slovenian=sl somali=so spanish=es swahili=sw swedish=sv tagalog=tl tajik=tg tamil=ta "
    "telugu=te thai=th tibetan=bo turkish=tr ukrainian=uk urdu=ur uzbek=uz vietnamese=vi "
    "welsh=cy yiddish=yi zulu=zu"
)
NAMES = dict(re.findall(r"(\S+)=(\S+)", _NAMED))


def tag_of(value: object, ledger: Ledger) -> str:
    """The tag of a language that is named, or tagged already; "und", and dirt, where it is not."""
    text = value.strip().replace("_", "-") if isinstance(value, str) else ""
    named = NAMES.get(text.lower().replace("-", "_").replace(" ", "_"))
    if named or not text:
        return named or UNKNOWN
    first, *rest = text.split("-")
    tag = "-".join([first.lower(), *rest])
    if TAG.fullmatch(tag) and len(tag) <= LONGEST:
        return tag
    ledger.soil("a language that is not known", value)
    return UNKNOWN
