"""The rules of spelling: Latin letters → Cyrillic, one word at a time, whatever its case."""

import re

_SINGLE = dict(zip("abdefghijklmnopqrstuvxyzcw", "абдефгҳижклмнопқрстувхйзкв", strict=True))
_PLAIN = {
    **_SINGLE,
    "sh": "ш",
    "ch": "ч",
    "oʻ": "ў",
    "gʻ": "ғ",
    "yoʻ": "йў",
    "ya": "я",
    "yo": "ё",
    "yu": "ю",
    "ye": "е",
    "ʼ": "ъ",
}
_VOWEL = "(?<=[aeiou])|(?<=oʻ)"
_CONSONANT = "(?<=[bdfghjklmnpqrstvxzc])"

_RULES: tuple[tuple[str, str], ...] = (
    (r"(?<=s)ʼ(?=h)", ""),  # Isʼhoq: the sign only parts the letters, and Cyrillic needs none
    (r"ts(?=iya|ion|ial|iol)", "ц"),
    (r"(?<=[knp])s(?=iya|ion)", "ц"),  # aksiya, konferensiya, korrupsiya
    (r"yoʻ", "йў"),
    (r"(?:(?<=\bob)|(?<=\bsub)|(?<=\bad))ye", "ъе"),
    (_CONSONANT + "ye", "ье"),
    (f"(?:(?<![a-zʻʼ])|{_VOWEL})e", "э"),
)
_ANY = re.compile("|".join([*(f"({rule})" for rule, _ in _RULES), "ya|yo|yu|ye|sh|ch|oʻ|gʻ|[a-zʼ]"]), re.IGNORECASE)


def by_rule(word: str, start: int = 0) -> str:
    """The letters of ``word`` from ``start`` on; what stands before them is looked at, not converted."""
    shouted = len(word) > 1 and word.isupper()

    def cyrillic(found: re.Match[str]) -> str:
        source = found[0]
        target = _RULES[found.lastindex - 1][1] if found.lastindex else _PLAIN[source.lower()]
        if shouted:
            return target.upper()
        return target[:1].upper() + target[1:] if source[:1].isupper() else target

    converted, at = [], start
    for found in _ANY.finditer(word, start):
        converted += [word[at : found.start()], cyrillic(found)]
        at = found.end()
    return "".join([*converted, word[at:]])
