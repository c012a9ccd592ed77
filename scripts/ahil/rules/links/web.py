"""Every use of every reference, followed to its target, in the groups the rules ask for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ahil.model.site import Doc, Flaw, Ref, Site
from ahil.rules.links.address import FOUND, Compass, Target


class Use(NamedTuple):
    """One reference, where it starts from, who holds it, where it leads."""

    ref: Ref
    where: str
    docs: Sequence[int]
    target: Target

    @property
    def fragment(self) -> str:
        """The part of the address behind ``#``, trimmed as a browser does."""
        return self.ref.href.partition("#")[2].rstrip(" \t\r\n\f")


class Web:
    """The site with its references resolved."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.compass = Compass(site)
        groups: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
        target = self.compass.target
        for where, refs in site.uses.items():
            for ref, docs in refs.items():
                role = ref.role
                use = Use(ref, where, docs, _NOWHERE if role in UNFOLLOWED else target(where, ref.href))
                groups[role][use.target.kind].append(use)
        self.by_role: dict[str, dict[str, list[Use]]] = {role: dict(kinds) for role, kinds in groups.items()}

    def uses(self, *roles: str, kinds: Collection[str] = ()) -> Iterator[Use]:
        """The uses of these roles whose targets are of these kinds.

        Of every role that leads somewhere when no role is named, of every kind when no kind is.
        """
        for role in roles or [role for role in self.by_role if role not in UNFOLLOWED]:
            groups = self.by_role.get(role, {})
            for kind, group in groups.items():
                if not kinds or kind in kinds:
                    yield from group

    @cached_property
    def qualified(self) -> list[Use]:
        """Links whose tag says more than the address."""
        return [use for use in self.uses("link") if use.ref.more]

    @cached_property
    def marked(self) -> list[Use]:
        """Uses whose address has a form that matters: absolute, of a folder, with a query."""
        return [use for use in self.uses() if use.target.marks]

    @cached_property
    def texts(self) -> dict[str, list[Use]]:
        """The links by their text."""
        found: dict[str, list[Use]] = {}
        for use in self.uses("link"):
            found.setdefault(use.ref.text, []).append(use)
        return found

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of a doc by its path."""
        return {doc.path: number for number, doc in enumerate(self.site.docs)}

    def doc(self, path: str) -> Doc | None:
        """The doc at a path, if it is one that was read."""
        number = self.numbers.get(path)
        return None if number is None else self.site.docs[number]

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Where a redirect stub sends its reader: page → page."""
        found: dict[str, str] = {}
        for use in self.uses("refresh"):
            for number in use.docs:
                if use.target.kind == FOUND:
                    found.setdefault(self.site.docs[number].path, use.target.path)
        return found

    @cached_property
    def stubs(self) -> frozenset[str]:
        """Pages that only send their reader on."""
        return frozenset(doc.path for doc in self.site.docs if doc.refreshes)

    def final(self, path: str) -> str:
        """Follow redirect stubs to the end, or to where a circle closes."""
        seen = {path}
        while path in self.redirects and self.redirects[path] not in seen:
            path = self.redirects[path]
            seen.add(path)
        return path


UNFOLLOWED = frozenset({"idref", "lang", "id", "srcset", "badrefresh", "gone", "pdfname", "pdfpage", "unnamed"})
_NOWHERE = Target("nowhere")
Rule = Callable[[Web], Iterator[Flaw]]
RULES: list[Rule] = []
CODES: dict[str, Rule] = {}


def rule(*codes: str) -> Callable[[Rule], Rule]:
    """Register a rule under its codes; its docstring is the page of documentation."""

    def register(function: Rule) -> Rule:
        RULES.append(function)
        for code in codes:
            assert code not in CODES, f"{code} is given twice"
            CODES[code] = function
        return function

    return register


def flaws(code: str, use: Use, **gaps: object) -> Iterator[Flaw]:
    """The same flaw in every doc that holds the reference."""
    about = use.target.path or use.target.url or use.ref.href
    for number in dict.fromkeys(use.docs):
        yield Flaw(code, number, use.ref, (("href", use.ref.href), *gaps.items()), about=about)
