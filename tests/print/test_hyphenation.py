from pathlib import Path

import pyphen
import pytest

from ahil.publish.pdf_shop import our_shop
from ahil.render.hyphenation import cyrillic, dictionary, latin

LATIN = (
    "ma-hal-la-ning maʼ-lu-mot-lar oʻz-gar-ti-ra-miz mash-gʻu-lot-dan zoʻ-ra-von-lik sanʼ-at yangi singil "
    "bosh-lan-gʻich pe-shay-von xavf-siz-li-gi moʻʼ-ji-za Isʼ-hoq toʻgʻ-ri-si-da-gi qish-loq "
    "kons-ti-tut-si-ya mu-am-mo-lar-ni sheʼ-ri-yat ing-liz"
)
CYRILLIC = "маъ-лу-мот-лар иш-ти-рок-чи-лар янги ок-тябрь бў-лин-ма маъ-на-ви-ят му-ам-мо қўш-ни"


def folder() -> Path:
    return our_shop().data / "hyphenation"


@pytest.mark.parametrize(("file", "words"), [("hyph_uz.dic", LATIN), ("hyph_uz_Cyrl.dic", CYRILLIC)])
def test_uzbek_words_are_broken_between_syllables(file: str, words: str) -> None:
    patterns = pyphen.Pyphen(filename=folder() / file, left=2, right=2)
    assert " ".join(patterns.inserted(word) for word in words.replace("-", "").split()) == words


def test_no_letter_of_two_signs_is_broken() -> None:
    patterns = pyphen.Pyphen(filename=folder() / "hyph_uz.dic", left=1, right=1)
    for first in "aeiou":
        for pair in ("sh", "ch", "gʻ", "oʻ", "ng"):
            broken = patterns.inserted(f"ba{first}{pair}a{pair}i")
            assert pair[0] + "-" + pair[1] not in broken, broken


@pytest.mark.parametrize(("file", "patterns"), [("hyph_uz.dic", latin()), ("hyph_uz_Cyrl.dic", cyrillic())])
def test_the_pattern_files_are_what_the_generator_writes(file: str, patterns: list[str]) -> None:
    assert (folder() / file).read_text("utf-8") == dictionary(patterns)
