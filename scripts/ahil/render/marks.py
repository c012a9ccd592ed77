"""Links and ``{{ marks }}`` of authors → plain Markdown for one place in the staged tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet
from ahil.model.register import Fact
from ahil.render import contacts, registers
from ahil.render.address import Shelf, find, relative, spoken
from ahil.render.cited import cited

KINDS = ("page", "module", "handout", "worksheet", "path")
_LINK = re.compile(r"\[([^\[\]]*)\]\((page|module|handout|worksheet|path):([\w/-]+)(#[\w-]+)?\)")
_MARK = re.compile(r"\{\{\s*([\w-]+)\s*([^}]*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Setting:
    """For whom and where a text is staged: ``here`` is the page's path in the folder of its language.

    The words may be in another language than the page's (``of``), when it stands in for a missing translation.
    """

    curriculum: Curriculum
    interface: Interface
    here: str
    trainer: bool = False
    outlet: Outlet = WEB
    of: Lang | None = None

    @property
    def lang(self) -> Lang:
        """The language of the words around the mark."""
        return self.interface.lang


def expanded(line: str, setting: Setting) -> str:
    """The line with every link and mark replaced; an unknown one stays as it is and is a fault of the rules."""
    line = _LINK.sub(lambda match: _link(setting, match[2], match[3], match[4] or "", match[1], match[0]), line)
    return _MARK.sub(lambda match: _mark(setting, match[1], match[2], match[0]), line)


def _mark(setting: Setting, name: str, argument: str, written: str) -> str:
    if name in KINDS:
        return _link(setting, name, argument, "", "", written)
    act = MARKS.get(name)
    return act(setting, argument) or written if act else written


def _link(setting: Setting, kind: str, name: str, anchor: str, text: str, written: str) -> str:
    target = find(setting.curriculum, kind, name, setting.lang, trainer=setting.trainer)
    if target is None:
        return written
    if not target.path:
        return f"*{text or target.title}* ({setting.interface.say('module.coming')})"
    return f"[{text or target.title}]({relative(target.path, setting.here)}{anchor})"


def _fact(setting: Setting, argument: str) -> str:
    fact = setting.curriculum.facts.get(argument)
    return fact_sentence(fact, setting) if fact else ""


def fact_sentence(fact: Fact, setting: Setting) -> str:
    """A fact with its source and the day it was seen; a conflict of sources says “check locally”."""
    say = setting.interface.say
    text = spoken(fact.text, setting.lang)
    if fact.conflict and fact.local:
        text = f"{text} **{say('fact.local')}:** {spoken(fact.local, setting.lang)}"
    sources = ", ".join(f"[{cited(source.title or source.url, setting.lang)}]({source.url})" for source in fact.sources)
    seen = say("fact.seen", date=setting.interface.date(fact.seen_on))
    return f"{text} ({fact.id}; {sources}; {seen})"


def _term(setting: Setting, argument: str) -> str:
    term = setting.curriculum.terms.get(argument)
    if term is None:
        return ""
    return f"[{term.named(setting.lang)}]({relative('glossary.md', setting.here)}#term-{term.id})"


def _minutes(setting: Setting, argument: str) -> str:
    module = setting.curriculum.modules.get(argument)
    coming = setting.curriculum.coming.get(argument)
    full = module.minutes if module else coming.minutes.full if coming else None
    return setting.interface.say("module.min", n=full) if full is not None else ""


def _help(setting: Setting, _argument: str) -> str:
    return contacts.help_lines(setting.curriculum, setting.interface)


def _contact(setting: Setting, argument: str) -> str:
    contact = setting.curriculum.contacts.get(argument)
    return contacts.one_line(contact, setting.curriculum.today, setting.interface) if contact else ""


def _register(setting: Setting, argument: str) -> str:
    act = registers.REGISTERS.get(argument)
    return (
        act(
            setting.curriculum,
            setting.interface,
            Shelf(setting.here, setting.of or setting.lang, setting.outlet),
        )
        if act
        else ""
    )


MARKS: dict[str, Callable[[Setting, str], str]] = {
    "fact": _fact,
    "term": _term,
    "minutes": _minutes,
    "help": _help,
    "contact": _contact,
    "register": _register,
}
"""Every mark that is not the name of a kind of page."""
