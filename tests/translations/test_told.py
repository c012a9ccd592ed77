"""The banner of a page that fell behind names each changed section and leads to it, where there is a place to lead to."""

import pytest
import yaml
from conftest import ROOT

from ahil.load.interface import read_interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet, copy_for
from ahil.model.translation import Coverage, PageState, SectionState, State
from ahil.render.translated import told

WORDS = read_interface((ROOT / "data/words.yml").read_text("utf-8"))[Lang.UZ]
FRONT = yaml.safe_load((ROOT / "data/words.yml").read_text("utf-8"))["translations"]["front"]["uz"]


def page(name: str, key: str, title: str = "") -> Coverage:
    section = SectionState(key=key, title=title, state=State.STALE, line=1, source_line=1)
    return Coverage(
        pages=(PageState(name, Lang.UZ, "en", f"docs/uz/{name}.md", f"docs/en/{name}.md", State.STALE, (section,)),)
    )


@pytest.mark.parametrize(
    ("name", "here", "key", "title", "outlet", "said"),
    [
        ("docs/context", "context.md", "why", "Nima uchun", WEB, ("Nima uchun", "en/context.html#why")),
        ("docs/context", "context.md", "front", "", WEB, (FRONT, "en/context.html")),
        ("docs/context", "context.md", "~2", "Yana", WEB, ("Yana", "en/context.html")),
        ("worksheets/ranking", "worksheets/w15.md", "title", "", WEB, (FRONT, "../en/worksheets/w15.html")),
        ("modules/dialogue", "modules/dialogue/index.md", "notes", "Eslatmalar", WEB, ("Eslatmalar", "../../en/modules/dialogue/index.html")),
        ("docs/context", "context.md", "why", "Nima uchun", copy_for(Lang.UZ, trainers=False), ("Nima uchun", "#why")),
        ("docs/context", "context.md", "front", "", copy_for(Lang.UZ, trainers=False), (FRONT, None)),
    ],
)  # fmt: skip
def test_a_changed_section_is_named_and_linked(
    name: str, here: str, key: str, title: str, outlet: Outlet, said: tuple[str, str | None]
) -> None:
    assert told(page(name, key, title), name, here, WORDS, outlet)["stale"] == [{"title": said[0], "href": said[1]}]
