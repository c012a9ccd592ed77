"""A rewriting that changes only the layout of a page leaves every fingerprint as it was."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ahil.load.blocks import read_sheet
from ahil.load.fingerprint import section_prints
from ahil.publish.translation_tree import reader

TREE = Path(__file__).resolve().parents[1] / "cases" / "translations" / "tree" / "docs"
PAGES = {lang: (TREE / lang / "guide/session.md").read_text("utf-8") for lang in ("en", "ru", "uz")}
BROAD = sorted((TREE.parents[1] / "broad" / "docs").glob("*/guide/*.md"))


def prints(text: str, lang: str) -> object:
    sheet = read_sheet("p.md", "p", lang, text, reader())
    return [(key, [print_ for print_, _ in said]) for key, said in section_prints(sheet)]


def outside_code(text: str, rewrite: object) -> str:
    pieces = re.split(r"(^```.*?^```$|\A---\n.*?\n---$)", text, flags=re.M | re.S)
    assert callable(rewrite)
    return "".join(piece if at % 2 else rewrite(piece) for at, piece in enumerate(pieces))


def rewrap(text: str) -> str:
    return outside_code(text, lambda t: re.sub(r"(?m)^([A-ZА-ЯЁ][^|\n]{20,}?) (?=[a-zа-яё])", r"\1\n", t))


def bullets(text: str) -> str:
    return outside_code(text, lambda t: re.sub(r"(?m)^( *)- (?!8<)", r"\1* ", t))


def padding(text: str) -> str:
    return outside_code(
        text, lambda t: re.sub(r" \| ", "   |  ", t).replace("|:-----|--------:|-----|", "| :-- | --: | --- |")
    )


def trailing(text: str) -> str:
    return "\n".join(line + "  " if line.strip() and not line.startswith("---") else line for line in text.split("\n"))


def comment(text: str) -> str:
    return outside_code(
        text,
        lambda t: re.sub(r"(?m)^(- \w+)", r"\1 <!-- remark -->", t).replace("\n\n## ", "\n\n<!-- remark -->\n\n## "),
    )


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def emphasis(text: str) -> str:
    return re.sub(r"\*\*(\w+)\*\*", r"__\1__", text)


def quotation(text: str) -> str:
    return text.replace("\n> ", "\n>   ").replace("“", "«").replace("”", "»")


def underline(text: str) -> str:
    return re.sub(r"(?m)^## (.*)$", r"\1\n-----", text)


def numbering(text: str) -> str:
    return outside_code(text, lambda t: re.sub(r"(?m)^[23]\. ", "1. ", t))


def blank(text: str) -> str:
    return outside_code(text, lambda t: t.replace("\n\n", "\n\n\n"))


def named_links(text: str) -> str:
    named, n = re.subn(r"\[([^\]]+)\]\(\.\./plan\.md\)", r"[\1][plan]", text)
    return named + "\n[plan]: ../plan.md\n" if n else text


def notes_first(text: str) -> str:
    note = next(line for line in text.split("\n") if line.startswith("[^law]:"))
    if "\n\n## " not in text:
        return text
    return text.replace(note + "\n", "").replace("\n\n## ", f"\n\n{note}\n\n## ", 1)


def closing_hashes(text: str) -> str:
    return outside_code(text, lambda t: t.replace("{ #", "{: #"))


REWRITINGS = [
    rewrap, bullets, padding, trailing, comment, crlf, emphasis, quotation, underline, numbering, blank, named_links,
    notes_first, closing_hashes,
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PAGES)), st.lists(st.sampled_from(REWRITINGS), min_size=1, max_size=4, unique=True))
def test_layout_leaves_fingerprints(lang: str, rewritings: list[object]) -> None:
    text = PAGES[lang]
    for rewrite in sorted(rewritings, key=lambda each: each is crlf):
        assert callable(rewrite)
        text = rewrite(text)
    assert prints(text, lang) == prints(PAGES[lang], lang)


def marks(text: str) -> str:
    return text.replace("{{ place }}", "{{place}}")


def front(text: str) -> str:
    return re.sub(r"\A---\ntitle: (.*)\n(description: .*\n)", r'---\n\2title: "\1"\n', text)


def spaces(text: str) -> str:
    return text.replace(" — ", "\u00a0— ").replace(" – ", "\u00a0– ")


ANYWHERE = [bullets, trailing, comment, crlf, quotation, numbering, blank, closing_hashes, marks, front, spaces]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BROAD), st.lists(st.sampled_from(ANYWHERE), min_size=1, max_size=5, unique=True))
def test_layout_of_any_page_leaves_fingerprints(path: Path, rewritings: list[object]) -> None:
    text, lang = path.read_text("utf-8"), path.parts[-3]
    again = text
    for rewrite in sorted(rewritings, key=lambda each: each is crlf):
        assert callable(rewrite)
        again = rewrite(again)
    assert prints(again, lang) == prints(text, lang)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PAGES)), st.integers(0, 10_000))
def test_another_word_changes_one_section(lang: str, at: int) -> None:
    text = PAGES[lang]
    words = [match for match in re.finditer(r"[^\W\d_]{4,}", text) if match.start() > text.index("## ")]
    words = [
        match for match in words if text[match.start() : match.end()] not in ("markdown", "python", "title", "class")
    ]
    words = [match for match in words if text[match.start() - 1] not in '#.@/<{="' and text[match.end()] not in '@:="/']
    word = words[at % len(words)]
    changed = text[: word.start()] + "ahil" + word[0] + text[word.end() :]
    before, after = prints(text, lang), prints(changed, lang)
    assert before != after
