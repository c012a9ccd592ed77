"""The state of each section of a translation, and the faults that follow from it."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from ahil.model.blocks import Block, Section
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Accepted, Change, Pair, SectionState, State
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.tongue import same_and_foreign

Prints = Mapping[str, tuple[tuple[str, str], ...]]
_SILENT = ("code", "math", "snippet", "rule", "table", "heading")


def section_states(
    pair: Pair, prints: Prints, accepted: Mapping[str, Accepted], differing: set[int], knowledge: Knowledge
) -> tuple[SectionState, ...]:
    """A state for the front matter and for each section of the source; ``differing`` are lines of structural faults."""
    known = _known(prints, accepted)
    states = [_front(pair, prints, known)] if prints.get("front") else []
    order = [section for section in pair.sections if section[0]]
    for one, two in sorted(order, key=lambda couple: couple[0].line if couple[0] else 0):
        if one and prints.get(one.key):
            states.append(_state(pair, (one, two), (prints, known), differing, knowledge))
    return tuple(states)


def _known(prints: Prints, accepted: Mapping[str, Accepted]) -> dict[str, Accepted]:
    """What was accepted for each section of today; a section whose key changed keeps its place and its words."""
    known = {key: accepted[key] for key in prints if key in accepted}
    lost = [record for key, record in accepted.items() if key not in prints]
    for key, said in prints.items():
        if key in known or not lost or key == "front":
            continue
        now = {print_ for print_, _ in said}
        best = max(lost, key=lambda record: len(now & set(record.prints)))
        new = [other for other in prints if other not in known and other != "front"]
        if now & set(best.prints) or len(new) == len(lost):
            best = best if now & set(best.prints) else lost[0]
            known[key] = best
            lost.remove(best)
    return known


def _front(pair: Pair, prints: Prints, known: Mapping[str, Accepted]) -> SectionState:
    said = tuple(print_ for print_, _ in prints["front"])
    if "front" not in known:
        return SectionState("front", "", State.DRAFT, 1, 1)
    if known["front"].prints == said:
        return SectionState("front", "", State.CURRENT, 1, 1)
    ours = tuple((f"{entry.route}: {' '.join(entry.said.split())}", entry) for entry, _ in pair.front if entry)
    replies = {text: answer for (text, entry) in ours for one, answer in pair.front if one is entry and answer}
    changes = []
    for old, new in _differences(known["front"], prints["front"]):
        answer = replies.get(new)
        line = next((entry.line for text, entry in ours if text == new), 1)
        changes.append(Change(old, new, answer.said if answer else "", line, answer.line if answer else 1))
    return SectionState("front", "", State.STALE, 1, changes[0].line if changes else 1, "", tuple(changes))


def _state(
    pair: Pair,
    sections: tuple[Section, Section | None],
    records: tuple[Prints, Mapping[str, Accepted]],
    differing: set[int],
    knowledge: Knowledge,
) -> SectionState:
    one, two = sections
    prints, known = records
    record = known.get(one.key)
    stale = record is not None and record.prints != tuple(print_ for print_, _ in prints[one.key])
    state = _kind(pair, (one, two), knowledge)
    if state is None and two:
        inside = any(two.line <= line <= _last(two) for line in differing)
        state = State.STALE if stale else State.DIFFERS if inside else State.CURRENT if record else State.DRAFT
    changes = tuple(_changes(pair, record, prints[one.key])) if stale and record and state is State.STALE else ()
    line = two.line if two else 1
    title = two.title if two else ""
    return SectionState(one.key, title, state or State.MISSING, line, one.line, one.title, changes)


def _kind(pair: Pair, sections: tuple[Section, Section | None], knowledge: Knowledge) -> State | None:
    one, two = sections
    if not _letters(one.blocks):
        return State.NOT_NEEDED
    if two is None:
        return State.MISSING
    if _letters(one.body) and not _letters(two.body) and not _holds(two.body):
        return State.EMPTY
    return State.UNTRANSLATED if _untranslated(pair, one, two, knowledge) else None


def _letters(blocks: tuple[Block, ...]) -> bool:
    return any(any(sign.isalpha() for sign in block.plain) for block in blocks)


def _holds(blocks: tuple[Block, ...]) -> bool:
    return any(part.marks or part.images or block.kind == "code" for block in blocks for part in block.parts)


def _last(section: Section) -> int:
    return max(max(block.line, block.last) for block in section.blocks) if section.blocks else section.line


def _untranslated(pair: Pair, one: Section, two: Section, knowledge: Knowledge) -> bool:
    """Every passage of the section that has words repeats the source."""
    ours = {id(block) for block in two.body}
    passages = [(a, b) for a, b in pair.both if id(b) in ours and b.kind not in _SILENT and _letters((b,))]
    return len(passages) > 0 and all(
        any(same_and_foreign(x, y, pair, knowledge) for x, y in zip(a.parts, b.parts, strict=False))
        for a, b in passages
    )


def _changes(pair: Pair, record: Accepted, today: tuple[tuple[str, str], ...]) -> Iterator[Change]:
    answers = {" ".join(one.raw.split()): (one, two) for one, two in pair.blocks if one}
    for old, new in _differences(record, today):
        one, two = answers.get(new, (None, None))
        yield Change(old, new, two.raw if two else "", one.line if one else 0, two.line if two else 0)


def _differences(record: Accepted, today: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    now = [print_ for print_, _ in today]
    for sign, a, b, c, d in SequenceMatcher(None, list(record.prints), now, autojunk=False).get_opcodes():
        if sign != "equal":
            old, new = list(record.texts[a:b]), [text for _, text in today[c:d]]
            for at in range(max(len(old), len(new))):
                yield old[at] if at < len(old) else "", new[at] if at < len(new) else ""


def state_faults(pair: Pair, states: tuple[SectionState, ...]) -> Iterator[Fault]:
    """TR105 a section is not translated, TR106 it is empty, TR107 its source changed since it was accepted."""
    codes = {State.UNTRANSLATED: "TR105", State.EMPTY: "TR106", State.STALE: "TR107"}
    for state in states:
        if state.state in codes:
            title = state.title or state.source_title or state.key
            change = state.changes[0] if state.changes else None
            gaps = {
                "title": short(title),
                "old": short(change.old) if change else "…",
                "new": short(change.new) if change else "…",
            }
            yield fault(
                pair,
                codes[state.state],
                (change.line if change and change.line else state.source_line),
                state.line,
                **gaps,
            )
