"""Loading: everything at once, each fault in its place, and the traps of YAML and Markdown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahil.load.curriculum import load
from ahil.load.prose import read_prose
from ahil.load.yaml_text import read_yaml
from ahil.model.lang import Lang
from ahil.publish.wording import put_into_words

DAY = date(2026, 12, 1)
PAGE = "---\ntitle: A page\nsummary: What it is about.\n---\n"


def codes(files: dict[str, str | bytes]) -> list[tuple[str, int, str]]:
    pairs = [(path, text if isinstance(text, bytes) else text.encode()) for path, text in files.items()]
    return [(one.spot.path, one.spot.line, one.code) for one in load(pairs, DAY)[1]]


def test_a_bad_file_never_hides_the_others() -> None:
    found = codes(
        {
            "docs/en/bytes.md": b"---\ntitle: \xe9\n---\n",
            "docs/en/open.md": "---\ntitle: A\n",
            "docs/en/key.md": "---\ntitle: A\ncolour: red\n---\n",
            "docs/de/one.md": PAGE,
            "docs/en/block.md": PAGE + "\n/// say\n\n///\n\n///\n",
            "modules/x/module.yml": "id: [\n",
            "data/pages.yml": "- {id: a, group: nowhere, review_by: soon}\n- {id: b, group: learn, review_by: 2027-05-01}\n",
        }
    )
    assert found == [
        ("data/pages.yml", 1, "LO008"),
        ("data/pages.yml", 1, "LO007"),
        ("docs/de/one.md", 1, "LO012"),
        ("docs/en/block.md", 10, "LO018"),
        ("docs/en/bytes.md", 2, "LO001"),
        ("docs/en/key.md", 3, "LO005"),
        ("docs/en/open.md", 1, "LO009"),
        ("modules/x/module.yml", 2, "LO002"),
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12:30", "12:30"), ("no", "no"), ("010", "010"), ("1_000", "1_000"), ("2022-08-15", "2022-08-15"), ("1e3", "1e3"),
     ("yes", "yes"), ("0x10", "0x10"), ("~", None), ("null", None), ('""', ""), ('"~"', "~")],
)  # fmt: skip
def test_a_scalar_stays_what_was_typed(typed: str, kept: str | None) -> None:
    data, _, faults = read_yaml("a.yml", f"key: {typed}\n")
    assert (data, faults) == ({"key": kept}, [])


def test_a_language_called_no_and_a_label_called_yes_survive() -> None:
    data, _, _ = read_yaml("a.yml", "{no: on, yes: off}\n")
    assert data == {"no": "on", "yes": "off"}


def test_every_key_keeps_its_place() -> None:
    _, places, _ = read_yaml("a.yml", "steps:\n  - {id: a, minutes: 5}\n  - id: b\n    minutes: 7\n", offset=3)
    assert str(places.spot("steps", 0, "minutes")) == "a.yml:5:13"
    assert str(places.spot("steps", 1, "minutes")) == "a.yml:7:5"
    assert str(places.spot("steps", 1, "absent", 4)) == "a.yml:6:5"


def test_a_message_shows_what_was_meant() -> None:
    _, faults = load([("docs/en/a.md", b"---\ntitel: A\n---\n")], DAY)
    said = [one.do for one in put_into_words(faults) if one.code == "LO005"]
    assert said == ["use one of: title; or take the line out"]


def test_lines_of_links_marks_blocks_and_questions() -> None:
    text = PAGE + "\n".join(
        ["## Check { #check }", "### One { #quiz-one }", "What?", "", "- [x] a", "- [ ] b", "", "/// answer", "Why.", "///",
         "", "| a |", "| --- |", "| [x](page:y) {{ help }} |", "", "> quoted", "> [z](module:m)", "", "- item", "  [i](page:i)"]
    )  # fmt: skip
    prose, faults = read_prose("docs/en/a.md", Lang.EN, text)
    assert faults == []
    assert [(link.spot.line, link.target) for link in prose.links] == [(18, "page:y"), (21, "module:m"), (24, "page:i")]
    assert [(mark.spot.line, mark.name) for mark in prose.marks] == [(18, "help")]
    assert [(block.name, block.first, block.last) for block in prose.blocks] == [("answer", 12, 14)]
    (item,) = prose.quiz
    assert (item.id, item.options, item.question, item.answer) == ("one", (("a", True), ("b", False)), ("What?",), 12)


def test_what_stands_in_code_is_not_read() -> None:
    text = PAGE + "```\n/// say\n# No heading\n[x](y)\n{{ help }}\n```\n\n`[x](y)` and `{{ help }}`\n"
    prose, faults = read_prose("docs/en/a.md", Lang.EN, text)
    assert (prose.headings, prose.links, prose.marks, prose.blocks, faults) == ((), (), (), (), [])


def test_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    plain = {"docs/en/a.md": PAGE + "## Why { #why }\n"}
    windows = {"docs/en/a.md": ("\ufeff" + plain["docs/en/a.md"].replace("\n", "\r\n")).encode()}
    one, _ = load([(path, text.encode()) for path, text in plain.items()], DAY)
    two, faults = load(list(windows.items()), DAY)
    assert faults == []
    assert one.pages["a"].words == two.pages["a"].words


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["docs/en/a.md", "modules/x/module.yml", "data/pages.yml", "worksheets/a.yml"]),
)
def test_no_text_breaks_the_loader(text: str, path: str) -> None:
    _, faults = load([(path, text.encode("utf-8", "surrogatepass"))], DAY)
    put_into_words(faults)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["---", "title: a", "title: [", "/// say", "///", "```", "# a", "## b { #b }", "- [x] c", "{{ help }}", "[a](b)", "| a |",
     "| --- |", "> q", "  ", "\t", "<!--", "-->", "<b>", "![](x)", "- {id: a}", "&a b", "*a", "checks: {SA605: 1}"]
), max_size=25))  # fmt: skip
def test_no_order_of_lines_breaks_the_loader(lines: list[str]) -> None:
    _, faults = load([("docs/uz/a.md", "\n".join(lines).encode())], DAY)
    put_into_words(faults)
