"""``ahil accept``: a person has read a translation and found it right."""

import sys
from pathlib import Path

import click

from ahil.cli.translations import checked, internal
from ahil.model.lang import Lang
from ahil.model.translation import PageState
from ahil.publish.report import FORMS
from ahil.publish.translation_accept import Accepting, accept, accept_cosmetic
from ahil.publish.translation_report import words_in
from ahil.publish.wording import put_into_words
from ahil.render.coverage import changes


@click.command("accept")
@click.argument("path", required=False, default="")
@click.option("--section", default="", help="Only the section with this id.")
@click.option(
    "--cosmetic",
    is_flag=True,
    help="PATH is a source whose change has no meaning: keep all its translations accepted.",
)
@click.option("--all", "every", is_flag=True, help="All translations of the tree.")
@click.option("--yes-i-read", "yes", is_flag=True, help="Answer every question with yes.")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the tree is.")
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of messages.")
def verb(path: str, section: str, cosmetic: bool, every: bool, yes: bool, root: Path, lang: str) -> None:
    """Record that the translation in PATH answers its source as it is now.

    Exit codes: 0 accepted, 1 refused or not answered, 2 wrong use, 3 the check itself failed.
    """
    words = words_in(Lang(lang))
    if bool(path) == every or (cosmetic and every):
        raise click.UsageError("PATH | --all")
    try:
        root, path = checked(root, path, words)
        if cosmetic:
            done = accept_cosmetic(root, path, section)
            for name in done:
                click.echo(words.say("translations.accepted", path=name, count=section or "*"))
            if not done:
                click.echo(words.say("translations.accept-nothing", path=path), err=True)
            sys.exit(0 if done else 2)
        outcome = accept(root, path, section, lambda page, found: yes or _ask(page, lang))
    except click.Abort:
        sys.exit(1)
    except Exception as error:
        internal(error, words)
    _tell(outcome, path, section, lang)


def _ask(page: PageState, lang: str) -> bool:
    words = words_in(Lang(lang))
    click.echo(changes(page, words))
    return click.confirm(words.say("translations.accept-ask", title=page.path), default=False)


def _tell(outcome: Accepting, path: str, section: str, lang: str) -> None:
    words = words_in(Lang(lang))
    for page, count in outcome.accepted:
        click.echo(words.say("translations.accepted", path=page.path, count=count))
    for page, faults in outcome.refused:
        click.echo(FORMS["plain"](put_into_words(faults, Lang(lang))), nl=False, err=True)
        click.echo(words.say("translations.accept-refused", path=page.path), err=True)
    for page in outcome.idle if path else ():
        known = not section or section in [each.key for each in page.sections]
        said = "accept-nothing" if known else "section-unknown"
        click.echo(words.say(f"translations.{said}", path=page.path, section=section), err=True)
    if path and not (outcome.accepted or outcome.refused):
        if not outcome.idle:
            click.echo(words.say("translations.accept-unknown", path=path), err=True)
        sys.exit(0 if outcome.idle and not section else 2)
    sys.exit(1 if outcome.refused else 0)
