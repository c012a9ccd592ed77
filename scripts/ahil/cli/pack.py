"""``ahil pack``: the modules in the formats people carry, send, teach with and print."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ahil.model.lang import Lang
from ahil.publish.lock import Busy, locked
from ahil.publish.packs.downloads import lay_downloads
from ahil.publish.packs.packing import FORMATS, Packed, pack
from ahil.publish.packs.room_of import room_of
from ahil.publish.reading import interfaces

LANGS = [str(lang) for lang in Lang]


@click.command("pack")
@click.option("--only", help=f"Formats, with commas between: {', '.join(FORMATS)}. Without it, all of them.")
@click.option("--lang", "langs", type=click.Choice(LANGS), multiple=True, help="A language.")  # fmt: skip
@click.option("--module", "modules", multiple=True, help="Only the module of this name; may be given again.")
@click.option("--group", type=click.IntRange(1, 200), default=20, show_default=True, help="People a kit is for.")
@click.option("--words", type=click.Choice(LANGS), default="en", help="Language of messages.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The tree.")
def verb(
    only: str | None, langs: tuple[str, ...], modules: tuple[str, ...], group: int, words: str, root: Path
) -> None:  # fmt: skip
    """Make single files, EPUBs, SCORM lessons, question banks, booklets and the like in ``dist/packs``.

    Exit codes: 0 made; 1 something could not be made; 2 wrong use; 3 the program itself failed.
    """
    root, say = root.absolute(), interfaces(root)[Lang(words)].say
    formats = _formats(only, say("pack.no-format", names=", ".join(FORMATS)))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        with locked(root / "build" / "lock"):
            room = room_of(root, frozenset(modules), group)
            if unknown := sorted(room.only - set(room.curriculum.modules)):
                raise click.UsageError(say("pack.no-module", name=unknown[0]))
            ended = [_told(one, say) for one in pack(room, formats, map(Lang, langs or Lang), root / "dist" / "packs")]
            lay_downloads(root / "dist", room.curriculum, room.printing.reading.interfaces, room.theme)
    except Busy as busy:
        click.echo(say("build.busy", holder=busy), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(say("pack.disk", reason=error.strerror), err=True)
        sys.exit(1)
    sys.exit(0 if all(ended) else 1)


def _formats(only: str | None, said: str) -> list[str]:
    names = [name.strip() for name in only.split(",")] if only else list(FORMATS)
    if unknown := [name for name in names if name not in FORMATS]:
        raise click.UsageError(f"{unknown[0]}: {said}")
    return names


def _told(one: Packed, say: Callable[..., str]) -> bool:
    """A line about one format in one language; whether it is there."""
    if one.needs:
        click.echo(say("pack.needs", format=one.format, lang=one.lang, extra=one.needs), err=True)
        return False
    if not one.sizes:
        return True
    kilobytes = -(-sum(one.sizes) // 1024)
    click.echo(say("pack.made", format=one.format, lang=one.lang, count=len(one.sizes), size=kilobytes))
    return True
