"""The state of the translations as text: a matrix for a terminal, a page and a banner for the site."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.translation import Change, Coverage, PageState, SectionState, State

SIGNS = {
    State.MISSING: "–", State.EMPTY: "0", State.UNTRANSLATED: "=", State.STALE: "!", State.DIFFERS: "≠",
    State.DRAFT: "~", State.CURRENT: "✓", State.NOT_NEEDED: "·",
}  # fmt: skip


def percent(share: float) -> str:
    """Whole per cent; only what is whole is a hundred."""
    return f"{min(99, round(share * 100)) if share < 1 else 100}%"


def matrix(coverage: Coverage, words: Interface) -> str:
    """A line a page that needs work, a sum for each language, and what the signs mean."""
    langs = [lang for lang in Lang if coverage.of(lang)]
    names = sorted({page.name for page in coverage.pages})
    table = {(page.name, page.lang): page for page in coverage.pages}
    width = max([len(name) for name in names] + [10])
    lines = [" " * width + "".join(f"  {lang:>4}" for lang in langs)]
    quiet = 0
    for name in names:
        row = [table.get((name, lang)) for lang in langs]
        if all(page is None or page.state.rank >= State.DRAFT.rank for page in row) and len(names) > 40:
            quiet += 1
            continue
        lines.append(f"{name:<{width}}" + "".join(f"  {_cell(page):>4}" for page in row))
    if quiet:
        lines.append(f"{'… +' + str(quiet):<{width}}" + "  ~/✓ ")
    lines.append(
        f"{words.say('translations.share'):<{width}}"
        + "".join(f"  {percent(coverage.share(lang)):>4}" for lang in langs)
    )
    return "\n".join([*lines, legend(words), ""])


def _cell(page: PageState | None) -> str:
    if page is None:
        return " "
    return "*" if page.lang == page.source else SIGNS[page.state]


def legend(words: Interface) -> str:
    """The meaning of the signs, and that a draft is no fault."""
    signs = [f"{sign} {words.say(f'translations.{state}')}" for state, sign in SIGNS.items()]
    return "  ".join([*signs, f"* {words.say('translations.source')}"]) + "\n" + words.say("translations.draft-note")


def coverage_page(coverage: Coverage, words: Interface, use: tuple[str, ...] = ()) -> str:
    """The Markdown of the coverage page: sums, a matrix, and what to do next, the most used pages first."""
    langs = [lang for lang in Lang if coverage.of(lang)]
    head = [
        f"| {words.say('translations.page')} | " + " | ".join(langs) + " |",
        "|---" * (len(langs) + 1) + "|",
    ]
    sums = (
        f"| **{words.say('translations.share')}** | "
        + " | ".join(f"**{percent(coverage.share(lang))}**" for lang in langs)
        + " |"
    )
    rows = []
    for name in sorted({page.name for page in coverage.pages}, key=lambda name: (_use(name, use), name)):
        pages = [coverage.page(name, lang) for lang in langs]
        title = next((page.title for page in pages if page and page.lang == words.lang), "") or name
        rows.append(f"| {title.replace('|', '/')} | " + " | ".join(_state(page, words) for page in pages) + " |")
    todo = list(next_steps(coverage, words, use))
    steps = todo or [words.say("translations.nothing-left")]
    note = words.say("translations.draft-note")
    return "\n".join(
        [*head, sums, *rows, "", note, "", f"## {words.say('translations.next')} {{ #next }}", "", *steps, ""]
    )


def _use(name: str, use: tuple[str, ...]) -> int:
    return use.index(name) if name in use else len(use)


def _state(page: PageState | None, words: Interface) -> str:
    if page is None:
        return ""
    if page.lang == page.source:
        return words.say("translations.source")
    said = words.say(f"translations.{page.state}")
    return (
        said
        if page.state.rank >= State.DRAFT.rank or page.state is State.MISSING
        else f"{said} ({percent(page.share)})"
    )


def next_steps(coverage: Coverage, words: Interface, use: tuple[str, ...] = ()) -> Iterator[str]:
    """One line a page of this language that is missing, outdated or not as its source."""
    pages = [
        page for page in coverage.of(words.lang) if page.state.rank < State.DRAFT.rank and page.lang != page.source
    ]
    for page in sorted(pages, key=lambda page: (_use(page.name, use), page.state.rank, page.name)):
        names = [section_title(section, words) for section in page.sections if section.state.rank < State.DRAFT.rank]
        shown = "; ".join(names[:5]) + (" …" if len(names) > 5 else "") if page.state is not State.MISSING else ""
        yield f"1. {page.title}: {words.say(f'translations.{page.state}')}" + (f" – {shown}" if shown else "")


def section_title(section: SectionState, words: Interface) -> str:
    """What a reader calls the section; what stands above the first heading has a name of ours."""
    return (
        section.title
        or section.source_title
        or (words.say("translations.front") if section.key in ("front", "top", "title") else section.key)
    )


def stale_note(page: PageState, words: Interface) -> str:
    """What fell behind, in one plain sentence, for paper; or nothing."""
    return (
        f"{words.say('translations.banner')} " + "; ".join(section_title(section, words) for section in page.stale)
        if page.stale
        else ""
    )


def changes(page: PageState, words: Interface) -> str:
    """What changed in the source of a page since it was accepted, for a terminal, with the translator's own words."""
    lines = []
    for section in page.stale:
        lines.append(
            f"§ {section_title(section, words)}  ({page.source_path}:{section.source_line}, {page.path}:{section.line})"
        )
        for change in section.changes:
            old, new = marked(change)
            lines += [
                f"  {words.say('translations.old')}: {old}",
                f"  {words.say('translations.new')}: {new}",
            ]
            lines += (
                [f"  {words.say('translations.yours')}: {change.reply}  ({page.path}:{change.reply_line})"]
                if change.reply
                else []
            )
            lines.append("")
    return "\n".join(lines)


def marked(
    change: Change, out: tuple[str, str] = ("[-", "-]"), into: tuple[str, str] = ("{+", "+}")
) -> tuple[str, str]:
    """Both texts with the words marked that went and that came."""
    was, now = change.old.split(), change.new.split()
    old, new = [], []
    for sign, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        left, right = " ".join(was[a:b]), " ".join(now[c:d])
        old += [left if sign == "equal" else f"{out[0]}{left}{out[1]}"] if left else []
        new += [right if sign == "equal" else f"{into[0]}{right}{into[1]}"] if right else []
    return " ".join(old) or "–", " ".join(new) or "–"
