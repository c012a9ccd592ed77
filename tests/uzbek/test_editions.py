"""The small tree with all three alphabets shown, and with the new Latin at the root."""

from pathlib import Path

import pytest
from conftest import ROOT, run_ahil

from ahil.publish.site_check import check_site


def with_alphabets(tiny: Path, shown: str, first: str) -> Path:
    """Build with the two settings of ``mkdocs.yml``; papers are left to the tests of print."""
    told = (ROOT / "mkdocs.yml").read_text("utf-8")
    lines = told.split("\n")
    start = next(number for number, line in enumerate(lines) if line.strip() in ("- ahil", "- ahil:"))
    end = next(number for number in range(start + 1, len(lines)) if lines[number].startswith("  - "))
    setting = ["  - ahil:", f"      alphabets: [{shown}]", f"      alphabet: {first}"]
    (tiny / "mkdocs.yml").unlink()
    (tiny / "mkdocs.yml").write_text("\n".join([*lines[:start], *setting, *lines[end:]]), "utf-8")
    done = run_ahil("build", "--quick", root=tiny)
    assert done.returncode == 0, done.stderr
    return tiny / "site"


def found(site: Path) -> list[str]:
    """What the link checker finds, papers apart: a quick build has none."""
    problems = check_site(site, site_url="https://ahil.example/")
    return [f"{one.spot} {one.code} {one.what}" for one in problems if "print/" not in one.what]


@pytest.mark.parametrize(
    ("shown", "first", "folders"),
    [
        ("uz, uz-cyrl, uz-new", "uz", ["", "uz-cyrl", "uz-new"]),
        ("uz, uz-cyrl, uz-new", "uz-new", ["", "uz-cyrl", "uz-latn"]),
        ("uz, uz-cyrl", "uz-cyrl", ["", "uz-latn"]),
        ("uz", "uz", [""]),
    ],
)
def test_every_edition_stands_and_links_to_all_others(tiny: Path, shown: str, first: str, folders: list[str]) -> None:
    site = with_alphabets(tiny, shown, first)
    assert found(site) == []
    for folder in folders:
        for page in ("index.html", "modules/listen-first/index.html", "modules/listen-first/trainer.html"):
            assert (site / folder / page).is_file(), (folder, page)
    pages = [path for path in site.rglob("*.html") if path.name not in ("404.html", "exit.html")]
    counts = {page.read_text("utf-8").count('rel="alternate" hreflang="uz') for page in pages}
    assert counts <= {len(folders), 0}
    assert sorted(path.name for path in site.iterdir() if path.name.startswith("uz")) == [one for one in folders if one]


def test_words_are_in_the_alphabet_of_their_folder(tiny: Path) -> None:
    site = with_alphabets(tiny, "uz, uz-cyrl, uz-new", "uz")
    page = "modules/listen-first/index.html"
    latin, cyrillic, new = ((site / folder / page).read_text("utf-8") for folder in ("", "uz-cyrl", "uz-new"))
    assert '<html lang="uz"' in latin and '<html lang="uz-Cyrl"' in cyrillic and '<html lang="uz-Latn-x-new"' in new
    assert "Avval tinglaymiz" in latin and "Аввал тинглаймиз" in cyrillic and "Avval tinglaymiz" in new
    assert "ʻ" not in cyrillic.replace("Oʻz", "") and "Öz" in new
    drawing = "modules/listen-first/figures/talk.svg"
    assert (site / "uz-cyrl" / drawing).read_text("utf-8") != (site / drawing).read_text("utf-8")
    assert (site / "uz-cyrl/search/uz-names.js").is_file() and not (site / "uz-cyrl/search/uz.js").exists()
    assert not (site / "uz-cyrl/assets").exists()


def test_building_again_with_fewer_alphabets_leaves_none_behind(tiny: Path) -> None:
    assert (with_alphabets(tiny, "uz, uz-cyrl", "uz") / "uz-cyrl").is_dir()
    assert not (with_alphabets(tiny, "uz", "uz") / "uz-cyrl").exists()
