"""Years and days: Latin joins them to their number with a hyphen, Cyrillic does not."""

import re

from ahil.render.uzbek.endings import is_ending

_MONTH = "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr"
_YEAR = re.compile(r"(?<=\d\d\d\d)-(?=yil)", re.IGNORECASE)
_DAY = re.compile(rf"(?<=\d)-({_MONTH})([a-zʻʼ]*)", re.IGNORECASE)


def apart(text: str) -> str:
    """``2022-yil 15-avgust`` → ``2022 yil 15 avgust``; ``5-sinf``, ``2-yil`` and ``3-maydon`` keep their hyphens."""
    return _DAY.sub(_day, _YEAR.sub(" ", text)) if "-" in text else text


def _day(found: re.Match[str]) -> str:
    month, rest = found.groups()
    return f" {month}{rest}" if is_ending(rest.lower()) else found[0]
