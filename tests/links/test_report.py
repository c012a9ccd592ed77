"""Where a fault is said to be, how often, in which words, and how the verb ends."""

import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahil.cli.links import verb
from ahil.model.lang import Lang
from ahil.model.spot import Spot
from ahil.publish.external_links import History, in_ascii, judge, read_answer
from ahil.publish.report import FORMS
from ahil.publish.site_check import check_site
from ahil.publish.wording import messages
from links.a_site import SITE_URL, a_clean_site, planted
from links.test_cases import written


def check(root: Path, **more: object) -> list:
    return check_site(root, site_url=SITE_URL, **more)  # type: ignore[arg-type]


def test_a_fault_stands_at_its_tag(tmp_path: Path) -> None:
    body = '<p>Matn</p>\n<!-- <a href="lost.html"> -->\n  <p>va <a href="lost.html">bu modul</a></p>'
    problem = check(written(tmp_path, planted({"body": body})))[0]
    text = (tmp_path / problem.spot.path).read_text("utf-8").splitlines()
    assert text[problem.spot.line - 1][problem.spot.column - 1 :].startswith('<a href="lost.html">')


def test_the_second_of_two_alike_is_told_apart(tmp_path: Path) -> None:
    body = '<a href="m2.html">Muloqot sari</a>\n<a href="m2.html">batafsil</a>'
    problem = check(written(tmp_path, planted({"body": body})))[0]
    assert (problem.code, problem.spot.line) == ("LK412", 26)


def test_a_fault_of_the_template_is_said_once(tmp_path: Path) -> None:
    files = a_clean_site()
    for path, data in files.items():
        if path.endswith(".html") and b"</nav>" in data:
            up = "../" * path.count("/")
            files[path] = data.replace(b"</nav>", f'<a href="{up}lost.html">Aloqa</a></nav>'.encode())
    problems = check(written(tmp_path, files))
    assert [problem.code for problem in problems] == ["LK101"]
    assert "12" in problems[0].what


@pytest.mark.parametrize(
    ("source", "typed", "built", "line"),
    [
        ("docs/uz/modules/m1.md", "# Nizo\n\n[Modul 9](m9.md)\n", '<a href="m9.html">Modul 9</a>', 3),
        ("docs/uz/modules/m1.md", '# Nizo\n\n<img src="lost.png">\n', '<img src="lost.png" alt="Daraxt tasviri">', 3),
        ("docs/uz/modules/m1.md", "# Nizo\n\n[joy](m2.md#yoʻq)\n", '<a href="m2.html#yo%CA%BBq">joy</a>', 3),
        ("data/contacts.yml", "a: 1\nurl: lost-page.html\n", '<a href="lost-page.html">Aloqa</a>', 2),
        (
            "mkdocs.yml",
            "nav:\n  - Aloqa: lost-page.md\n  - x: 'lost-page.html'\n",
            '<a href="lost-page.html">Aloqa</a>',
            3,
        ),
        ("modules/m1/uz.md", "Matn\n[Modul 9](m9.md)\n", '<a href="m9.html">Modul 9</a>', 2),
    ],
)
def test_a_fault_stands_at_the_line_its_author_typed(
    tmp_path: Path, source: str, typed: str, built: str, line: int
) -> None:
    written(tmp_path / "tree", {source: typed.encode()})
    root = written(tmp_path / "built", planted({"body": built}))
    problem = check(root, origins=tmp_path / "tree")[0]
    assert (problem.spot.path, problem.spot.line) == (source, line)
    assert problem.other and problem.other.path == "uz/modules/m1.html"
    beside = check(root, origins=tmp_path / "tree", beside=True)[0]
    assert (beside.spot, beside.other) == (problem.other, problem.spot)


def test_a_page_that_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    files = planted({"body": '<a href="lost.html">Modul</a>', "files": {"uz/x.html": {"latin1": "Сахифа"}}})
    assert {problem.code for problem in check(written(tmp_path, files))} == {"LK101", "LK191"}


@pytest.mark.parametrize("lang", list(Lang))
def test_every_message_can_be_said(lang: Lang, tmp_path: Path) -> None:
    body = '<a href="lost.html">bu yerda</a><a href="#lost">Joy</a><a href="tel:x">T</a><img src="x.png">'
    assert len(check(written(tmp_path, planted({"body": body})), lang=lang)) >= 5
    for code, message in messages().items():
        if code.startswith("LK") and code[2] in "12456" and code not in {"LK301"}:
            assert message.what[lang] and message.do[lang]
            assert not set("'`‘’") & set(message.what[lang] + message.do[lang]) or lang is not Lang.UZ


def test_a_site_below_a_folder_of_its_host(tmp_path: Path) -> None:
    files = {path: data.replace(SITE_URL.encode(), b"https://x.uz/ahil/") for path, data in a_clean_site().items()}
    page = files["uz/about.html"].replace(
        b"</main>", b'<a href="/uz/about.html">Loyiha</a><a href="/ahil/">Uy</a></main>'
    )
    root = written(tmp_path, files | {"uz/about.html": page})
    assert [problem.code for problem in check_site(root)] == ["LK106"], "the address is read from canonical links"


def test_one_language_at_the_root(tmp_path: Path) -> None:
    files = {}
    for path, data in a_clean_site().items():
        if path == "index.html" or path.startswith(("search/", "sitemap")):
            continue
        name = path.removeprefix("uz/")
        depth = name.count("/")
        text = data.replace(b"uz/uz/", b"uz/") if path.endswith(".html") else data
        if path.startswith("uz/"):
            text = text.replace(b'="../', b'="').replace(b'="uz/', b'="').replace(b'="../uz/', b'="../')
        elif path.endswith(".html"):
            text = text.replace(b"../uz/", b"../")
        files[name] = text.replace(b"example.uz/uz/", b"example.uz/") if depth < 9 else text
    assert check(written(tmp_path / "a", files)) == []
    files["modules/m1.html"] = files["modules/m1.html"].replace(
        b"</main>", b'<a href="../ru/about.html">Loyiha tafsilotlari</a></main>'
    )
    files["ru/about.html"] = files["ru/about.html"].replace(b'<html lang="ru">', b'<html lang="uz">')
    codes = {problem.code for problem in check(written(tmp_path / "b", files))}
    assert {"LK611", "LK602"} <= codes


def test_the_verb_ends_as_promised(tmp_path: Path) -> None:
    clean, faulty = (
        written(tmp_path / "a", a_clean_site()),
        written(tmp_path / "b", planted({"body": '<a href="x.html">Modul</a>'})),
    )
    run = CliRunner().invoke
    assert run(verb, [str(clean)]).exit_code == 0
    assert run(verb, [str(clean)]).output == ""
    assert run(verb, [str(faulty)]).exit_code == 1
    assert run(verb, [str(tmp_path / "none")]).exit_code == 2
    assert run(verb, [str(faulty), "--as", "poem"]).exit_code == 2
    assert "нет страницы" in run(verb, [str(faulty), "--lang", "ru"]).output


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_can_be_read(form: str, tmp_path: Path) -> None:
    root = written(
        tmp_path,
        planted({"body": '<a href="x.html?a=1&amp;b=<2>">Modul "9"</a>'}),
    )
    output = CliRunner().invoke(verb, [str(root), "--as", form]).output
    assert "LK101" in output
    if form in {"json", "sarif"}:
        json.loads(output)
    if form == "sarif":
        result = json.loads(output)["runs"][0]["results"][0]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 25
    if form == "junit":
        assert ET.fromstring(output).find(".//failure") is not None


def test_a_dead_link_is_an_error_after_three_failures_in_seven_days(tmp_path: Path) -> None:
    url, state = "https://example.org/x", tmp_path / "state.json"
    found = {url: Spot("a.html", 3, 1)}
    said = []
    for day in (1, 3, 5):
        faults = judge(found, lambda urls: dict.fromkeys(urls, "404"), state, None, date(2026, 11, day))
        said.append([fault.code for fault in faults])
    assert said == [["LK502"], ["LK502"], ["LK501"]]
    assert judge(found, lambda urls: dict.fromkeys(urls, ""), state, None, date(2026, 11, 6)) == []
    assert json.loads(state.read_text())["links"][url] == {"good": "2026-11-06"}


def test_failures_long_apart_are_no_death() -> None:
    history = History()
    for day in (1, 9, 17):
        history = (
            history.after(date(2026, 11, day), "timeout")
            if day == 1
            else History().after(date(2026, 11, day), "timeout")
        )
    assert not history.is_dead(date(2026, 11, 17))


def test_an_allowed_address_needs_a_reason_and_a_use(tmp_path: Path) -> None:
    allow = tmp_path / "allow.yml"
    allow.write_text("https://a.org/*: blocks machines\nhttps://b.org/: \nhttps://c.org/: gone\n")
    found = {"https://a.org/x": Spot("a.html"), "https://b.org/": Spot("a.html")}
    faults = judge(found, lambda urls: dict.fromkeys(urls, "404"), tmp_path / "s.json", allow, date(2026, 11, 1))
    assert sorted((fault.code, fault.spot.line) for fault in faults) == [("LK503", 2), ("LK504", 3)]


def test_lychee_is_understood() -> None:
    answer = {"error_map": {"stdin": [{"url": "https://a.org/", "status": {"text": "404 Not Found", "code": 404}}]}}
    assert read_answer(answer, ["https://a.org", "https://b.org"]) == {
        "https://a.org": "404 Not Found",
        "https://b.org": "",
    }


def test_lychee_spells_an_address_its_own_way() -> None:
    asked = ["https://a.org/", "https://uz.wikipedia.org/wiki/Mahalla_(oʻzbek)", "https://почта.рф/x?q=«a»"]
    assert [in_ascii(url) for url in asked] == [
        "https://a.org/",
        "https://uz.wikipedia.org/wiki/Mahalla_(o%CA%BBzbek)",
        "https://xn--80a1acny.xn--p1ai/x?q=%C2%ABa%C2%BB",
    ]
    entry = {"url": in_ascii(asked[1]), "status": {"text": "404 Not Found"}, "span": {"line": 2, "column": 1}}
    assert read_answer({"error_map": {"stdin": [entry]}}, asked)[asked[1]] == "404 Not Found"
    del entry["span"]
    assert read_answer({"error_map": {"stdin": [entry]}}, asked) == dict(
        zip(asked, ["", "404 Not Found", ""], strict=True)
    )


def test_the_verb_asks_a_lychee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the address in a page to the archive copy, with a lychee that answers without a network."""
    lychee = tmp_path / "bin" / "lychee"
    lychee.parent.mkdir()
    lychee.write_text(
        "#!/bin/sh\ncat >/dev/null\n"
        """echo '{"error_map": {"stdin": [{"url": "x", "status": {"text": "404"}, "span": {"line": 1}}]}}'\n"""
    )
    lychee.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lychee.parent}:/usr/bin:/bin")
    root = written(tmp_path / "site", planted({"body": '<a href="https://example.org/x">Hisobot</a>'}))
    state = tmp_path / "kept" / "links.json"
    said = []
    for day in ("2026-11-01", "2026-11-03", "2026-11-05"):
        done = CliRunner().invoke(verb, [str(root), "--external", "--state", str(state), "--today", day])
        said.append((done.exit_code, done.output))
    assert [code for code, _ in said] == [0, 0, 1], said
    assert "LK501" in said[2][1] and "https://web.archive.org/web/20261101/https://example.org/x" in said[2][1]
    assert "uz/modules/m1.html" in said[2][1]
