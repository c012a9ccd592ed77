"""``ahil build``: publish the site, the papers and the copies."""

import sys
from pathlib import Path

import click

from ahil.model.lang import Lang
from ahil.publish.build import Ended, Order, build, said
from ahil.publish.lock import Busy
from ahil.publish.reading import interfaces
from ahil.publish.report import FORMS


@click.command("build")
@click.option("--strict", is_flag=True, help="Publish nothing while there is a finding.")
@click.option("--quick", is_flag=True, help="Only the site, without papers and copies.")
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of messages.")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the tree is.")
def verb(strict: bool, quick: bool, lang: str, root: Path) -> None:
    """Build the site, the PDFs and the offline copies, and put them in place at once.

    Exit codes: 0 published; 1 nothing was published; 3 published, with pages that are being repaired.
    """
    order = Order(root.absolute(), strict, quick, Lang(lang))
    words = interfaces(order.root)[order.lang]
    try:
        outcome = build(order, click.echo)
    except Busy as busy:
        click.echo(words.say("build.busy", holder=busy), err=True)
        sys.exit(Ended.REFUSED)
    except OSError as error:
        click.echo(words.say("build.disk", reason=error.strerror), err=True)
        sys.exit(Ended.REFUSED)
    click.echo(FORMS["plain"](outcome.problems), nl=False, err=True)
    if last := said(words, outcome):
        click.echo(last, err=True)
    sys.exit(outcome.ended)
