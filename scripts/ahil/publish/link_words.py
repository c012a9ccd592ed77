"""The words by which the link checker recognises vague texts, languages, drafts."""

from functools import cache

import yaml

from ahil.model.site import LinkWords
from ahil.publish.wording import our_data


@cache
def link_words() -> LinkWords:
    """The words of ``data/link-words.yml``, folded as the rules compare them."""
    data = yaml.safe_load((our_data() / "link-words.yml").read_text("utf-8"))

    def flat(key: str) -> frozenset[str]:
        return frozenset(_plain(word) for words in data[key].values() for word in words)

    return LinkWords(
        vague=flat("vague"),
        vague_alt=flat("vague_alt"),
        top=flat("top"),
        formats=frozenset(data["formats"]),
        draft=flat("draft"),
        languages={lang: frozenset(name.casefold() for name in names) for lang, names in data["languages"].items()},
        in_language={lang: tuple(data["in_language"][lang]) for lang in data["in_language"]},
        sentence={lang: frozenset(words) for lang, words in data["sentence"].items()},
    )


def _plain(word: str) -> str:
    for sign in "ʻʼ’‘`´":
        word = word.replace(sign, "'")
    return word.casefold()
