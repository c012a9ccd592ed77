"""What ``ahil translations`` prints, in each of its forms."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from ahil.load.interface import read_interface
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.spot import Gravity, Problem
from ahil.model.translation import Coverage, PageState, State
from ahil.publish.report import FORMS
from ahil.publish.report import html as page
from ahil.publish.translations import Findings
from ahil.publish.wording import our_data, put_into_words
from ahil.render.coverage import changes, marked, matrix, percent


def words_in(lang: Lang) -> Interface:
    """Our own interface words: a tree that is not ours has none."""
    return read_interface((our_data() / "words.yml").read_text("utf-8"))[lang]


def problems(findings: Findings, lang: Lang) -> list[Problem]:
    """The faults in words."""
    return put_into_words(findings.faults, lang)


def report(as_: str, findings: Findings, found: Sequence[Problem], words: Interface, path: str) -> str:
    """The text of one form."""
    if as_ == "plain":
        return plain(findings, found, words, path)
    if as_ == "json":
        return as_json(findings, found)
    if as_ == "html":
        return as_html(findings, found, words)
    return FORMS[as_](found)


def plain(findings: Findings, found: Sequence[Problem], words: Interface, path: str) -> str:
    """The matrix, then the findings by file, then what authors set aside; for one path, what changed as well."""
    parts = [matrix(findings.coverage, words)]
    if path:
        pages = findings.coverage.pages
        mine = [state for state in pages if path == state.path != state.source_path]
        parts += [changes(state, words) for state in mine or pages if state.stale]
    parts.append(FORMS["plain"](found))
    if findings.aside:
        lines = [
            f"{fault.spot}: {fault.code} {words.say('translations.set-aside', reason=off.reason)}"
            for fault, off in findings.aside
        ]
        parts.append(words.say("translations.suppressed") + "\n" + "\n".join(sorted(lines)) + "\n")
    return "\n".join(part for part in parts if part)


def as_json(findings: Findings, found: Sequence[Problem]) -> str:
    """The findings as everywhere, with the coverage and what was set aside."""
    data = json.loads(FORMS["json"](found))
    data["coverage"] = coverage_data(findings.coverage)
    data["aside"] = [
        {"path": fault.spot.path, "line": fault.spot.line, "code": fault.code, "reason": off.reason}
        for fault, off in findings.aside
    ]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def coverage_data(coverage: Coverage) -> dict[str, object]:
    """The coverage for programs."""
    langs = {str(lang): round(coverage.share(lang), 4) for lang in Lang if coverage.of(lang)}
    return {"share": langs, "pages": [_page(state) for state in coverage.pages]}


def _page(state: PageState) -> dict[str, object]:
    sections = [
        {
            "id": section.key,
            "title": section.title,
            "state": section.state,
            "line": section.line,
            "source_line": section.source_line,
        }
        for section in state.sections
    ]
    return {
        "page": state.name, "lang": state.lang, "source": state.source, "path": state.path, "source_path": state.source_path,  # noqa: E501
        "state": state.state, "sections": sections,
    }  # fmt: skip


def as_html(findings: Findings, found: Sequence[Problem], words: Interface) -> str:
    """One page for a reader without a terminal: sums, what changed side by side, findings."""
    coverage = findings.coverage
    sums = "".join(
        f"<tr><th>{lang}</th><td>{percent(coverage.share(lang))}</td></tr>" for lang in Lang if coverage.of(lang)
    )
    stale = "".join(_stale(state, words) for state in coverage.pages if state.stale)
    parts = [(words.say("translations.share"), f"<table>{sums}</table>")]
    parts += [(words.say(f"translations.{State.STALE}"), stale)] if stale else []
    parts += [(words.say("translations.findings"), page.table(found))] if found else []
    return page.page(words.say("translations.title"), parts, words.lang)


def _stale(state: PageState, words: Interface) -> str:
    head = "".join(f"<th>{escape(words.say(f'translations.{key}'))}</th>" for key in ("old", "new", "yours"))
    rows = ""
    for section in state.stale:
        for change in section.changes:
            old, new = (escape(text) for text in marked(change, ("\x01", "\x02"), ("\x03", "\x04")))
            old, new = (
                old.replace("\x01", "<del>").replace("\x02", "</del>"),
                new.replace("\x03", "<ins>").replace("\x04", "</ins>"),
            )
            rows += f"<tr><td>{old}</td><td>{new}</td><td>{escape(change.reply)}</td></tr>"
    return f"<h3>{escape(state.path)}</h3><table><tr>{head}</tr>{rows}</table>"


def failed(found: Sequence[Problem]) -> bool:
    """Information is no finding."""
    return any(problem.gravity is not Gravity.INFO for problem in found)


def put_files_right(root: Path, findings: Findings) -> list[str]:
    """Correct what can be corrected without reading: apostrophes in Uzbek pages, characters nobody sees in all."""
    from ahil.publish.translation_fix import fix

    return fix(root, {fault.spot.path for fault in findings.faults if fault.code in ("LA301", "LA107")})
