"""Which language a block of text is in, as far as letters and small words tell."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ahil.model.site import LinkWords, Stranger

_CYRILLIC = re.compile(r"[А-Яа-яЁёЎўҚқҒғҲҳ]")
_LATIN = re.compile(r"[A-Za-z]")
_UZBEK_CYRILLIC = re.compile(r"[ЎўҚқҒғҲҳ]")
_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ’'‘`][^\W\d_]+)*")
_BLOCKS = "p,div,li,dd,dt,td,th,h1,h2,h3,h4,h5,h6,blockquote,figcaption,summary,caption"
_SKIPPED = frozenset(
    {"code", "pre", "kbd", "samp", "script", "style", "nav", "header", "footer", "aside", "cite", "template"}
)
_LATIN_WORDS = re.compile(r"[A-Za-z](?:[A-Za-zʻʼ’',;]+\s+){7}")
_RUSSIAN = re.compile(r"[ЫыЩщ]|\b(?:[Чч]то|[Дд]ля|[Вв]ы|[Нн]е|[Ии]х|[Ии]ли|[Ии]з)\b")
_ENOUGH_LETTERS = 40
_ENOUGH_WORDS = 8


def foreign_blocks(tree: LexborHTMLParser, lang: str, words: LinkWords) -> tuple[tuple[Stranger, ...], str]:
    """Blocks in another language than they say, and the language of nearly all of them if it is not the page's."""
    main = tree.css_first("main") or tree.css_first("article") or tree.body
    page = _code(lang)
    if main is None or not page or not _suspicious(main.text(), page, words):
        return (), ""
    if page != "uz-cyrl" and main.css_first("[lang]") is None and "lang" not in main.attributes:
        spoken = language_of(main.text(), words)
        if spoken and spoken != page and not _related(spoken, page):
            return (Stranger(main.tag or "", spoken, " ".join(main.text()[:400].split())[:80]),), spoken
    strangers: list[Stranger] = []
    strange = known = 0
    for text, declared, tag in _blocks(main, page):
        spoken = language_of(text, words)
        if spoken == "ru" and declared == "uz-cyrl" and not _RUSSIAN.search(text):
            spoken = declared  # not every Uzbek sentence has a letter that Russian lacks
        if spoken and spoken != declared and not _related(spoken, declared):
            strangers.append(Stranger(tag, spoken, text))
            strange += len(text)
        elif spoken:
            known += len(text)
    mostly = strangers[0].lang if strange > 4 * known and (len(strangers) > 1 or not known) else ""
    return tuple(strangers), mostly


def language_of(text: str, words: LinkWords) -> str:
    """``uz``, ``uz-cyrl``, ``ru``, ``en`` or nothing when too little is said."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin < _ENOUGH_LETTERS:
        return ""
    if cyrillic > 3 * latin:
        return "uz-cyrl" if len(_UZBEK_CYRILLIC.findall(text)) * 40 > cyrillic else "ru"
    if latin <= 3 * cyrillic:
        return ""
    found = [word.lower() for word in _WORD.findall(text)]
    if len(found) < _ENOUGH_WORDS:
        return ""
    scores = {lang: sum(word in small for word in found) for lang, small in words.sentence.items() if lang != "ru"}
    best = max(scores, key=lambda lang: scores[lang], default="")
    rest = max((score for lang, score in scores.items() if lang != best), default=0)
    return best if best and scores[best] >= max(3, len(found) // 8) and scores[best] > 2 * rest else ""


def _suspicious(text: str, page: str, words: LinkWords) -> bool:
    """Whether a second, slower look is worth it."""
    others = len(text.encode()) - len(text)
    if page == "uz-cyrl" and (_RUSSIAN.search(text) or _LATIN_WORDS.search(text)):
        return True
    if page == "ru" and len(text) - others < len(text) // 3 and not _UZBEK_CYRILLIC.search(text):
        return _LATIN_WORDS.search(text) is not None
    if others >= _ENOUGH_LETTERS // 2:
        cyrillic = len(_CYRILLIC.findall(text))
        if page not in {"ru", "uz-cyrl"} and cyrillic >= _ENOUGH_LETTERS // 2:
            return True
        if (page == "ru") == bool(_UZBEK_CYRILLIC.search(text)) and page in {"ru", "uz-cyrl"}:
            return True
    present = set(text.split())
    return any(len(present & small) >= 3 for lang, small in words.sentence.items() if lang != page)


def _blocks(main: LexborNode, page: str) -> Iterator[tuple[str, str, str]]:
    for node in main.css(_BLOCKS):
        if len(node.css(_BLOCKS)) > 1:
            continue  # the blocks inside it are asked one by one
        declared = _declared(node, page)
        if declared is not None:
            yield _own_text(node), declared, node.tag or ""


def _declared(node: LexborNode, page: str) -> str | None:
    """The language the block says it is in; none when the block is not prose of the page."""
    parent: LexborNode | None = node
    while parent is not None:
        if parent.tag in _SKIPPED:
            return None
        said = parent.attributes.get("lang")
        if said is not None and parent.tag != "html":
            return _code(said)
        parent = parent.parent
    return page


def _own_text(node: LexborNode) -> str:
    """The text without parts that name their language or are not prose."""
    text = node.text()
    for part in node.css("[lang],code,kbd,samp,cite,q"):
        text = text.replace(part.text(), " ", 1) if part.mem_id != node.mem_id else text
    return " ".join(text.split())


def _code(lang: str) -> str:
    low = lang.lower()
    return "uz-cyrl" if low.startswith("uz-cyrl") else low.split("-")[0]


def _related(spoken: str, declared: str) -> bool:
    """Uzbek in either script on a page of Uzbek is for the folder rule; Cyrillic neighbours are not told apart."""
    if declared not in {"uz", "uz-cyrl", "ru", "en"}:
        return not (declared in {"kk", "ky", "tg", "be", "uk", "bg", "mn"} and spoken == "en")
    return False
