"""Lists that no author writes: all modules, all courses, all papers to print."""

from collections.abc import Iterator

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.outlet import Outlet
from ahil.render.address import Shelf
from ahil.render.registers import REGISTERS
from ahil.render.staged import Staged

LISTS = {"modules": "modules/index.md", "paths": "paths/index.md"}
"""Register → where its page is staged."""


def index_pages(curriculum: Curriculum, interface: Interface, outlet: Outlet) -> Iterator[Staged]:
    """One page a list, in the reader's language."""
    for name, here in LISTS.items():
        yield Staged(
            lang=interface.lang,
            path=here,
            title=interface.say(f"nav.{name}"),
            summary=interface.say(f"list.{name}"),
            body=REGISTERS[name](curriculum, interface, Shelf(here, interface.lang, outlet)),
            facts={"kind": "page", "draft": False},
        )
