"""``ahil move``: a page gets another name in every language, and what was accepted goes with it."""

import sys
from pathlib import Path

import click

from ahil.model.lang import Lang
from ahil.publish.translation_accept import move
from ahil.publish.translation_report import words_in


@click.command("move")
@click.argument("old")
@click.argument("new")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the tree is.")
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of messages.")
def verb(old: str, new: str, root: Path, lang: str) -> None:
    """Rename the page OLD to NEW in every language; links to it are found by ``ahil links`` afterwards."""
    words = words_in(Lang(lang))
    try:
        moved = move(root, old, new)
    except FileExistsError as taken:
        click.echo(words.say("translations.move-taken", new=taken), err=True)
        sys.exit(2)
    if not moved:
        click.echo(words.say("translations.move-unknown", old=old), err=True)
        sys.exit(2)
    for before, after in moved:
        click.echo(words.say("translations.moved", old=before, new=after))
