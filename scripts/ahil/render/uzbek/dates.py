"""Years and days: Latin joins them to their number with a hyphen, Cyrillic does not."""

import re

_MONTH = "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr"
_YEAR_OR_DAY = re.compile(rf"(?<=\d\d\d\d)-(?=yil)|(?<=\d)-(?=(?:{_MONTH})(?![b-hj-mo-zʻʼ]))", re.IGNORECASE)


def apart(text: str) -> str:
    """``2022-yil 15-avgust`` → ``2022 yil 15 avgust``; ``5-sinf`` and ``2-yil`` keep their hyphens."""
    return _YEAR_OR_DAY.sub(" ", text)
