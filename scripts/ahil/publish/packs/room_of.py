"""The tree on disk → the room in which its packs are made."""

from pathlib import Path

from ahil.model.outlet import WEB
from ahil.publish.markdown_html import Typesetter
from ahil.publish.packs.room import PackRoom
from ahil.publish.printing import PrintRoom
from ahil.publish.reading import edition_day, read
from ahil.publish.site import site_config
from ahil.publish.wording import our_data


def room_of(root: Path, only: frozenset[str] = frozenset(), group: int = 20) -> PackRoom:
    """The same reading, typesetting and memory as the build's, so that papers are not made twice."""
    config = site_config(root, root / "build" / "packs", WEB)
    setter = Typesetter(config, root / ".cache" / "markdown")
    printing = PrintRoom(read(root, compared=True), setter, config.site_url or "", edition_day(root))
    return PackRoom(printing, our_data().parent / "theme", root / ".cache", only, group)
