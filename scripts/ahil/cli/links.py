"""``ahil links``: check the links of a built site."""

import gc
import sys
from datetime import date, datetime
from pathlib import Path

import click

from ahil.model.lang import Lang
from ahil.model.spot import Gravity, Problem
from ahil.publish.report import FORMS
from ahil.publish.site_check import check_site
from ahil.publish.wording import put_into_words

_STATE = Path(".ahil/links.json")


@click.command("links")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--site-url", help="Where the site is published; else read from its canonical links.")
@click.option("--offline", is_flag=True, help="The site is to open from a folder, without a server.")
@click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Name lines of these sources.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice(sorted(FORMS)),
    default="plain",
    show_default=True,
    help="Form of the report.",
)
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of messages.")
@click.option("--external", is_flag=True, help="Ask the addresses of other sites instead, with lychee.")
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    default=_STATE,
    help="What earlier days answered.",
)
@click.option("--allow", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="YAML: address: reason.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The date to count from.")
def verb(
    folder: Path,
    site_url: str | None,
    offline: bool,
    source: Path | None,
    form: str,
    lang: str,
    external: bool,
    state: Path,
    allow: Path | None,
    today: datetime | None,
) -> None:
    """Check every link of the built site in DIR, whoever built it.

    Exit codes: 0 nothing found; 1 findings; 2 wrong use; 3 an error of ours.
    """
    gc.disable()  # thousands of small values that all live to the end
    try:
        if external:
            problems = _ask(folder, state, allow, (today or datetime.now()).date(), Lang(lang))
        else:
            origins = source or _project_of(folder)
            problems = check_site(
                folder,
                site_url=site_url,
                offline=offline,
                origins=origins,
                beside=source is None,
                lang=Lang(lang),
            )
    except FileNotFoundError as missing:
        raise click.UsageError(str(missing)) from missing
    except Exception as error:
        click.echo(f"ahil links: {type(error).__name__}: {error}", err=True)
        sys.exit(3)
    click.echo(FORMS[form](problems), nl=False)
    sys.exit(1 if any(problem.gravity is not Gravity.INFO for problem in problems) else 0)


def _ask(folder: Path, state: Path, allow: Path | None, today: date, lang: Lang) -> list[Problem]:
    from ahil.publish import external_links

    found = external_links.addresses(folder)
    return put_into_words(external_links.judge(found, external_links.ask_lychee, state, allow, today), lang)


def _project_of(folder: Path) -> Path | None:
    """The project a site was built in, when the site lies in it as ``mkdocs build`` leaves it."""
    above = folder.resolve().parent
    return above if (above / "mkdocs.yml").is_file() and (above / "docs").is_dir() else None
