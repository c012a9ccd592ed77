"""One small stylesheet: what our pages use of Material's, then ours.

Material ships 22 KB (gzip) for everything it can do. A rule of it stays only if our templates,
our scripts or Markdown could meet it; our own styles are never thinned out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
# What Python-Markdown and its extensions write, beside what stands in our templates.
_WRITTEN_BY_MARKDOWN = frozenset(
    _WORD.findall("""
    a blockquote body br caption code col colgroup dd del div dl dt em form h1 h2 h3 h4 header hr html i img input
    label legend li main nav ol option p s section small span strong sup svg table tbody td tfoot th thead tr ul
    """)
)
# Words that stand in our templates by chance, and parts we style anew: their families of rules go.
_NOT_USED = frozenset(
    _WORD.findall("""
    md-sidebar md-sidebar--primary md-sidebar--secondary md-search md-tabs md-select md-source md-tooltip
    md-skip md-button md-annotation md-clipboard md-code question note code-block columnheader abstract info
    tip success warning failure danger bug example quote admonition admonition-title details summary figure
    figcaption abbr mark pre keys
    """)
)

# States no page of ours is ever in.
_NEVER = (
    "dir=rtl",
    ".no-js",
    "data-md-color-scheme",
    "[role=",
    "[align",
    "[type]",
    ".focus-visible",
    ":after",
    ":before",
)

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_NAME_IN_SELECTOR = re.compile(r"(?<![\w:.#[-])[a-z][a-z0-9]*(?![\w-]*\()|(?<=[.#])[\w-]+|(?<=\[)data-[\w-]+")
_ARGUMENTS = re.compile(r":[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|:{1,2}[\w-]+|=[^\]]*")
_VARIABLE_USED = re.compile(r"var\(\s*(--[\w-]+)")
_QUOTED = r"""\"[^\"]*\"|'[^']*'"""
_DECLARATION = re.compile(rf"""(?:[^;"'()]|{_QUOTED}|\((?:[^()"']|{_QUOTED}|\([^()]*\))*\))+""")


@dataclass(frozen=True, slots=True)
class Rule:
    """``selector{inside}``; a media query holds further rules inside."""

    head: str
    inside: "str | tuple[Rule, ...]"

    def __str__(self) -> str:
        inside = self.inside if isinstance(self.inside, str) else "".join(map(str, self.inside))
        return f"{self.head}{{{inside}}}"


def compose(material: str, ours: str, seen: frozenset[str]) -> str:
    """Join what is ``seen`` of Material's styles with all of ours, without comments and spare space."""
    kept = _without_unused_variables(_kept(_rules(material), seen | _WRITTEN_BY_MARKDOWN), ours)
    return "".join(map(str, kept)) + squeeze(ours)


def words_of(sources: Iterable[Path]) -> frozenset[str]:
    """Every word of our templates and scripts: a class not among them cannot be on a page."""
    return frozenset(word for path in sources for word in _WORD.findall(path.read_text("utf-8"))) - _NOT_USED


def squeeze(css: str) -> str:
    """Take comments and spare white space out of a stylesheet."""
    text = re.sub(r"\s+", " ", _COMMENT.sub("", css))
    text = re.sub(r"\s*([{};,>])\s*", r"\1", text)
    return re.sub(r":\s+", ":", text).replace(";}", "}").strip()


def _rules(css: str) -> Iterator[Rule]:
    """Split a stylesheet at its outer braces; quoted braces do not occur in it."""
    css, at = _COMMENT.sub("", css), 0
    while (opened := css.find("{", at)) >= 0:
        closed, depth = opened + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[closed], 0)
            closed += 1
        head, inside = css[at:opened].rpartition(";")[2].strip(), css[opened + 1 : closed - 1]
        yield Rule(head, tuple(_rules(inside)) if "{" in inside else inside)
        at = closed


def _kept(rules: Iterable[Rule], seen: frozenset[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.head.startswith("@media"):
            inner = tuple(_kept(rule.inside, seen)) if not isinstance(rule.inside, str) else ()
            if inner and "print" not in rule.head:  # the printed page is ours alone
                yield Rule(rule.head, inner)
        elif rule.head.startswith("@"):
            continue  # animations of parts we do not have
        elif head := ",".join(one for one in _selectors(rule.head) if _met(one, seen)):
            yield Rule(head, rule.inside)


def _selectors(head: str) -> list[str]:
    """Split at the commas that are not inside brackets."""
    return re.split(r",(?![^(\[]*[)\]])", head)


def _met(selector: str, seen: frozenset[str]) -> bool:
    if any(never in selector for never in _NEVER):
        return False
    return all(name in seen for name in _NAME_IN_SELECTOR.findall(_ARGUMENTS.sub("", selector)))


def _without_unused_variables(rules: Iterable[Rule], ours: str) -> list[Rule]:
    """Drop variables nobody asks for: most of Material's weight is icons kept in variables."""
    kept = list(rules)
    while True:
        used = set(_VARIABLE_USED.findall("".join(map(str, kept)) + ours))
        thinner = [thin for rule in kept if (thin := _thin(rule, used)) is not None]
        if thinner == kept:
            return kept
        kept = thinner


def _thin(rule: Rule, used: set[str]) -> Rule | None:
    if not isinstance(rule.inside, str):
        inner = tuple(thin for one in rule.inside if (thin := _thin(one, used)) is not None)
        return Rule(rule.head, inner) if inner else None
    kept = [one.strip() for one in _DECLARATION.findall(rule.inside) if _is_used(one, used)]
    return Rule(rule.head, re.sub(r"\s+", " ", ";".join(kept))) if kept else None


def _is_used(declaration: str, used: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in used
