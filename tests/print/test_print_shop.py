"""The same job gives the same bytes, nothing is made twice, a learner gets nothing of the trainer's."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ahil.model.lang import Lang
from ahil.model.print import PrintEdition, PrintKind
from ahil.publish.pdf import print_all
from print.print_samples import CANARY, body, handout, job, module, sheet


def test_the_same_job_gives_the_same_bytes(printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tashkent")
    monkeypatch.setenv("LANG", "C")
    jobs = [sheet(Lang.UZ), module(Lang.RU, PrintEdition.TRAINER), handout(Lang.EN)]
    for made in print_all(jobs, tmp_path, tmp_path / "cache", workers=1):
        assert (tmp_path / made.name).read_bytes() == (printed / made.name).read_bytes(), made.name


def test_what_has_not_changed_is_not_made_again(tmp_path: Path) -> None:
    jobs = [handout(lang, 1) for lang in Lang]
    first = print_all(jobs, tmp_path / "one", tmp_path / "cache", workers=1)
    assert not any(made.cached for made in first)
    changed = [jobs[0], jobs[1], replace(jobs[2], title="Another title")]
    again = print_all(changed, tmp_path / "two", tmp_path / "cache", workers=1)
    assert [made.cached for made in again] == [True, True, False]
    assert [made.size for made in again[:2]] == [made.size for made in first[:2]]
    assert (tmp_path / "two" / jobs[0].name).read_bytes() == (tmp_path / "one" / jobs[0].name).read_bytes()


def test_a_fault_is_told_again_from_the_cache(tmp_path: Path) -> None:
    long = handout(Lang.EN, paragraphs=30)
    first, again = (print_all([long], tmp_path, tmp_path / "cache", workers=1)[0].faults for _ in range(2))
    assert first == again != ()


def test_a_half_made_entry_is_made_again(tmp_path: Path) -> None:
    short = handout(Lang.EN, 1)
    print_all([short], tmp_path, tmp_path / "cache", workers=1)
    for entry in (tmp_path / "cache").glob("*.json"):
        entry.unlink()
    [made] = print_all([short], tmp_path, tmp_path / "cache", workers=1)
    assert not made.cached and made.pages == 1


def everything_in(path: Path) -> bytes:
    with pikepdf.open(path) as pdf:
        streams = [
            thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Width" not in thing
        ]
        told = [str(thing).encode() for thing in pdf.objects if not isinstance(thing, pikepdf.Stream)]
    return b"".join([*streams, *told])


@pytest.mark.parametrize("lang", Lang)
def test_a_canary_in_trainers_text_stays_there(lang: Lang, printed: Path, text_of: object) -> None:
    assert callable(text_of)
    assert text_of(printed / f"print/{lang}/m99-trainer.pdf").count(CANARY) == 2
    assert CANARY not in text_of(printed / f"print/{lang}/m99.pdf")
    assert CANARY.encode() not in everything_in(printed / f"print/{lang}/m99.pdf")


@pytest.mark.parametrize("block", ["trainer", "answer"])
def test_a_learners_copy_with_trainers_text_is_not_printed(block: str, tmp_path: Path) -> None:
    leak = body(Lang.EN) + f'<div class="admonition {block}"><p>{CANARY}</p></div>'
    [made] = print_all([job(PrintKind.MODULE, Lang.EN, "M98", leak)], tmp_path, tmp_path / "cache")
    assert [(fault.code, fault.gaps["block"]) for fault in made.faults] == [("PR105", block)]
    assert made.pages == 0 and not (tmp_path / made.name).exists()
