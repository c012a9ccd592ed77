from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from ahil.model.alphabet import Alphabet
from ahil.model.lang import Lang
from ahil.publish.inventory import spellings
from ahil.publish.reading import interfaces
from ahil.render.uzbek.doubt import doubts, is_doubtful
from ahil.render.uzbek.text import Cyrillic, NewLatin

SPELLINGS, FAULTS = spellings(ROOT)
cyrillic, new = Cyrillic(SPELLINGS), NewLatin(SPELLINGS)
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ"


def pairs(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


PAIRS = pairs(ROOT / "tests/uzbek/pairs.tsv")
UNSEEN = pairs(ROOT / "benchmarks/uzbek_words.tsv")


@pytest.mark.parametrize(("latin", "right"), PAIRS, ids=[latin for latin, _ in PAIRS])
def test_a_word_is_written_in_cyrillic(latin: str, right: str) -> None:
    assert cyrillic(latin) == right


def test_of_words_it_has_not_seen_at_most_two_of_a_hundred_are_wrong() -> None:
    unlisted = [(latin, right) for latin, right in UNSEEN if cyrillic.speller.known(latin) is None]
    assert len(unlisted) > 500
    wrong = [(latin, cyrillic(latin)) for latin, right in unlisted if cyrillic(latin) != right]
    assert len(wrong) <= len(unlisted) * 0.02, wrong


@pytest.mark.parametrize(
    ("latin", "right"),
    [
        ("2022-yil 15-avgustda", "2022 йил 15 августда"),
        ("2025-yilning 10-mayidan 2026-yilgacha", "2025 йилнинг 10 майидан 2026 йилгача"),
        ("5-sinf, 2-yil, 3-maydon", "5-синф, 2-йил, 3-майдон"),
        ("XIX asr, II bob, IV–VI", "XIX аср, II боб, IV–VI"),
        ("I", "И"),
        ("M03 va H12-varaq (W)", "M03 ва H12-варақ (W)"),
        ("https://lex.uz/docs/1, ahil@example.uz, lex.uz", "https://lex.uz/docs/1, ahil@example.uz, lex.uz"),
        ("h06.pdf faylini", "h06.pdf файлини"),
        ("“…toʻgʻrisida”gi Qonun", "“…тўғрисида”ги Қонун"),
        ("{n} ta topildi, {{ fact F09 }}", "{n} та топилди, {{ fact F09 }}"),
        ("worksheets/abc-onion va boshqalar", "worksheets/abc-onion ва бошқалар"),
        ("World Vision va War Trauma Foundation kitobi", "World Vision ва War Trauma Foundation китоби"),
        ("Press; cited and linked, not copied. Fakt", "Press; cited and linked, not copied. Факт"),
        ("Grünberg va Sèvres", "Grünberg ва Sèvres"),
        ("‘soʻz’ va 'gap'", "‘сўз’ ва 'гап'"),
        ("oʻzingiz-chi? 25% — yaʼni choragi", "ўзингиз-чи? 25% — яъни чораги"),
    ],
)
def test_a_line_keeps_what_is_no_uzbek_word(latin: str, right: str) -> None:
    assert cyrillic(latin) == right


@pytest.mark.parametrize(
    ("today", "right"),
    [
        ("Oʻzbekcha gʻoya, choʻqqi, shisha", "Özbekça ğoya, çöqqi, şişa"),
        ("OʻZBEK, SHAHAR, Chori, GʻOLIB", "ÖZBEK, ŞAHAR, Çori, ĞOLIB"),
        ("boshlangʻich, Bulungʻur, maʼlumot", "boşlanğiç, Bulunğur, maʼlumot"),
        ("o'zbek, g‘alaba", "özbek, ğalaba"),
        ("Saferworld, Washington post, GitHub", "Saferworld, Waşington post, GitHub"),
        ("2022-yil 15-avgust, XIX, M03", "2022-yil 15-avgust, XIX, M03"),
        ("https://ahil.example/choy.html", "https://ahil.example/choy.html"),
    ],
)
def test_the_new_latin_has_four_new_letters(today: str, right: str) -> None:
    assert new(today) == right


@pytest.mark.parametrize("word", ["Isʼhoq", "Isʼhoqning", "asʼhob"])
def test_s_and_h_that_are_two_letters_do_not_become_one(word: str) -> None:
    assert "ş" not in new(word)


@given(st.text(alphabet=CYRILLIC + CYRILLIC.upper() + " .,–—“”«»0123456789\n"))
def test_cyrillic_text_is_left_as_it_is(text: str) -> None:
    assert cyrillic(text) == text
    assert new(text) == text


@given(st.text(alphabet="0123456789 .,;:!?()[]–—“”«»%№+=*/\n\u00a0"))
def test_what_has_no_letters_is_left_as_it_is(text: str) -> None:
    assert cyrillic(text) == text
    assert new(text) == text


@given(st.lists(st.sampled_from([latin for latin, _ in PAIRS + UNSEEN]), min_size=1, max_size=12))
def test_words_do_not_change_each_other(words: list[str]) -> None:
    assert cyrillic(" ".join(words)).split(" ") == [cyrillic(word) for word in words]


@given(st.lists(st.sampled_from([latin for latin, _ in PAIRS]), min_size=1, max_size=12))
def test_doing_it_twice_changes_nothing_more(words: list[str]) -> None:
    for convert in (cyrillic, new):
        once = convert(", ".join(words))
        assert convert(once) == once


def test_an_ending_never_makes_a_stem_of_an_exception_reach_into_another_word() -> None:
    assert cyrillic("tushunib tushirdi") == "тушуниб туширди"
    assert cyrillic("rolikda roliklar") == "роликда роликлар"


def test_every_line_of_our_spellings_is_one_and_is_said_once() -> None:
    assert FAULTS == []
    for name in ("loanwords", "exceptions"):
        words = [latin for latin, *_ in pairs(ROOT / f"data/uzbek/{name}.tsv")]
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_word_of_our_interface_is_confirmed() -> None:
    said = interfaces(ROOT)[Lang.UZ].entries.values()
    asked = [doubt for texts in said for doubt in doubts(dict(texts).get(Lang.UZ, ""), cyrillic.speller)]
    assert asked == []


@pytest.mark.parametrize("word", ["bitseps", "kvartal", "Washington", "Zeynalye", "kalbasa", "Cairo"])
def test_a_word_that_could_be_written_in_two_ways_is_asked_for(word: str) -> None:
    assert is_doubtful(word)
    assert [doubt.word for doubt in doubts(f"Bu {word} haqida", cyrillic.speller)] == [word]


def test_an_alphabet_has_a_tag_and_names() -> None:
    assert [alphabet.tag for alphabet in Alphabet] == ["uz-Latn", "uz-Cyrl", "uz-Latn-x-new"]
    assert len({alphabet.called for alphabet in Alphabet} | {alphabet.label for alphabet in Alphabet}) == 6
