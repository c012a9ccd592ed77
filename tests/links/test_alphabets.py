"""One language in several alphabets: the root in Latin, ``uz-cyrl/`` and ``uz-new/`` beside ``ru/`` and ``en/``."""

from pathlib import Path

import pytest

from ahil.publish.site_check import check_site
from links.test_cases import written

URL = "https://ahil.example.uz/"
EDITIONS = {"uz": "", "uz-Cyrl": "uz-cyrl/", "uz-Latn-x-new": "uz-new/", "ru": "ru/", "en-GB": "en/"}
NAMES = {
    "uz": "Oʻzbekcha",
    "uz-Cyrl": "Ўзбекча",
    "uz-Latn-x-new": "Özbekça (yangi alifbo)",
    "ru": "Русский",
    "en-GB": "English",
}
WORDS = {
    "uz": "Bu sahifa mahalla ahli bilan ishlash uchun kerak. Siz har bir qadam bilan tanishasiz.",
    "uz-Cyrl": "Нима қилиш керак? Аввал иштирокчилар билан танишинг.</p><p>Иштирокчилар билан бирга режа тузинг, натижани ёзинг.",
    "uz-Latn-x-new": "Bu sahifa mahalla ahli bilan işlaş uçun kerak. Siz har bir qadam bilan tanişasiz.",
    "ru": "Эта страница нужна для работы с жителями махалли. Вы познакомитесь с каждым шагом.",
    "en-GB": "This page is for work with the people of the makhalla. You will meet each step here.",
}
PAGES = ("index", "about", "dialogue")


def a_page(tag: str, name: str) -> str:
    up = "../" if EDITIONS[tag] else ""
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{URL}{folder}{name}.html">\n'
        for code, folder in (*EDITIONS.items(), ("x-default", ""))
    )
    switch = "".join(
        f'<li><a href="{up}{folder}{name}.html" hreflang="{code}" lang="{code}">{NAMES[code]}</a></li>\n'
        for code, folder in EDITIONS.items()
    )
    nav = "".join(f'<li><a href="{one}.html">{one} {tag}</a></li>' for one in PAGES)
    head = f'<title>{name}</title><link rel="canonical" href="{URL}{EDITIONS[tag]}{name}.html">\n{alternates}'
    body = f'<ul class="languages">{switch}</ul><nav>{nav}</nav><main><h1>{name}</h1><p>{WORDS[tag]}</p></main>'
    return f'<!doctype html><html lang="{tag}"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>\n'


def found(root: Path, path: str = "", old: str = "", new: str = "", more: dict[str, bytes] | None = None) -> set[str]:
    files = {f"{folder}{name}.html": a_page(tag, name) for tag, folder in EDITIONS.items() for name in PAGES}
    if path:
        assert old in files[path], old
        files[path] = files[path].replace(old, new)
    written(root, {name: text.encode() for name, text in files.items()} | (more or {}))
    return {
        problem.code for problem in check_site(root, site_url=URL) if problem.spot.path == (path or problem.spot.path)
    }


def test_every_alphabet_is_an_edition_of_its_own(tmp_path: Path) -> None:
    assert found(tmp_path) == set()


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("uz-cyrl/about.html", '<html lang="uz-Cyrl"', '<html lang="uz"', "LK602"),
        ("uz-new/about.html", '<html lang="uz-Latn-x-new"', '<html lang="uz-Cyrl"', "LK602"),
        ("about.html", '<html lang="uz"', '<html lang="uz-Cyrl"', "LK602"),
        ("about.html", f'<link rel="alternate" hreflang="uz-Cyrl" href="{URL}uz-cyrl/about.html">\n', "", "LK624"),
        ("uz-cyrl/about.html", f'<link rel="alternate" hreflang="uz" href="{URL}about.html">\n', "", "LK624"),
        ("about.html", f'hreflang="uz-Cyrl" href="{URL}uz-cyrl/', f'hreflang="uz-Cyrl" href="{URL}uz-new/', "LK627"),
        ("ru/about.html", f'hreflang="uz" href="{URL}about', f'hreflang="uz" href="{URL}uz-cyrl/about', "LK627"),
        ("ru/about.html", '<li><a href="../uz-cyrl/about.html"', '<li><a href="../uz-cyrl/index.html"', "LK631"),
        ("uz-cyrl/about.html", '<li><a href="../about.html"', '<li><a href="../uz-new/about.html"', "LK612"),
        (
            "uz-cyrl/about.html",
            '<li><a href="../about.html" hreflang="uz" lang="uz">Oʻzbekcha</a></li>\n',
            "",
            "LK632",
        ),
        ("uz-cyrl/about.html", "</main>", '<a href="../dialogue.html">Мулоқот ҳақида</a></main>', "LK611"),
        ("about.html", "</main>", '<a href="uz-cyrl/dialogue.html">Muloqot haqida</a></main>', "LK611"),
        ("uz-new/about.html", "</main>", '<a href="../uz-cyrl/dialogue.html">Muloqot haqida</a></main>', "LK611"),
        ("uz-cyrl/about.html", "</main>", f"<p>{WORDS['uz']}</p></main>", "LK606"),
        ("uz-cyrl/about.html", "</main>", f"<p>{WORDS['ru']}</p></main>", "LK606"),
        (
            "about.html",
            "</main>",
            "<p>Сиз ҳар бир қадам билан танишасиз ва уни гуруҳ билан синаб кўрасиз.</p></main>",
            "LK606",
        ),
    ],
)
def test_an_alphabet_is_not_taken_for_another(tmp_path: Path, path: str, old: str, new: str, code: str) -> None:
    assert code in found(tmp_path, path, old, new)


def test_a_paper_in_another_alphabet(tmp_path: Path) -> None:
    from links.a_site import a_pdf

    papers = {f"print/{folder}/m1.pdf": a_pdf(1, []) for folder in ("uz", "uz-cyrl", "uz-new", "ru", "en")}
    link = '<a href="../print/uz{}/m1.pdf">Модул (чоп этиш учун)</a></main>'
    assert found(tmp_path / "a", "uz-cyrl/about.html", "</main>", link.format("-cyrl"), papers) == set()
    assert found(tmp_path / "b", "uz-cyrl/about.html", "</main>", link.format(""), papers) == {"LK611"}
    assert found(tmp_path / "c", "uz-cyrl/about.html", "</main>", link.format("-new"), papers) == {"LK611"}


def test_a_link_that_names_the_alphabet_is_right(tmp_path: Path) -> None:
    link = '<a href="uz-cyrl/dialogue.html" hreflang="uz-Cyrl">Мулоқот ҳақида</a></main>'
    assert found(tmp_path, "about.html", "</main>", link) == set()
