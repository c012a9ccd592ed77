"""``data/uzbek/*.tsv`` → spellings. A line is ``latin<TAB>cyrillic``; a comment begins with ``#``.

``=`` as Cyrillic: looked at, the rules are right. ``-`` as Cyrillic: a name that stays Latin. ``*`` after the
Latin: a stem that anything may follow; without it only the endings of Uzbek may.
"""

from ahil.model.alphabet import Spelling, Spellings

_BY_RULE = "="
_KEPT = "-"


def read_spellings(*texts: str) -> Spellings:
    """The lines of several files; what is said later holds."""
    lines = (_spelling(line) for text in texts for line in text.splitlines() if _says(line))
    return Spellings({line.latin: line for line in lines})


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _spelling(line: str) -> Spelling:
    latin, cyrillic = (part.strip() for part in line.split("\t")[:2])
    return Spelling(
        latin.removesuffix("*").lower(),
        "" if cyrillic in (_BY_RULE, _KEPT) else cyrillic,
        open=latin.endswith("*"),
        kept=cyrillic == _KEPT,
    )
