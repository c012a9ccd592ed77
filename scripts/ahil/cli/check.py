"""``ahil check``: what is wrong in the sources, where, and what to do."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Gravity, Problem
from ahil.publish.examination import examined
from ahil.publish.reading import interfaces, read
from ahil.publish.report import FORMS
from ahil.publish.tree import ROOMS
from ahil.publish.wording import put_into_words
from ahil.rules.suppression import SetAside

BROKEN = "CK002"
FOR_PEOPLE = ("plain", "github")
"""Forms in which information would hide the findings."""


@click.command("check")
@click.argument("paths", metavar="[PATH]…", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Where the tree is.",
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
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The date to count from.")
@click.option("--set-aside", "aside", is_flag=True, help="List what authors have set aside, with their reasons.")
@click.option("--notes", is_flag=True, help="Show information too, such as what is still to come.")
def verb(
    paths: tuple[Path, ...], root: Path, form: str, lang: str, today: datetime | None, aside: bool, notes: bool
) -> None:  # fmt: skip
    """Check the sources below PATH (everything, if none is given) and report all findings at once.

    Exit codes: 0 nothing to do (information does not count); 1 findings; 2 wrong use; 3 the check itself failed.
    """
    say = interfaces(root)[Lang(lang)].say
    if not any((root / room).is_dir() for room in ROOMS):
        raise click.UsageError(say("check.no-tree", root=root))
    gc.disable()  # a run is short: looking for garbage takes a fifth of it
    try:
        kept, put_by = examined(read(root, today.date() if today else None))
    except Exception as error:
        click.echo(say("check.internal", error=f"{type(error).__name__}: {error}"), err=True)
        sys.exit(3)
    finally:
        gc.enable()
    if aside:
        click.echo(
            "".join(
                _aside(one, Lang(lang))
                for one in sorted(put_by, key=lambda one: one.fault.spot)
                if _below(one.fault.spot.path, paths, root)
            ),
            nl=False,
        )
        return
    problems = put_into_words((fault for fault in kept if _below(fault.spot.path, paths, root)), Lang(lang))
    findings = [problem for problem in problems if problem.gravity is not Gravity.INFO]
    shown = findings if form in FOR_PEOPLE and not notes else problems
    click.echo(FORMS[form](shown), nl=False)
    if form == "plain" and findings:
        click.echo(_count(findings, say("check.counted", n="{n}", hidden=len(problems) - len(shown))), err=True)
    sys.exit(_code(kept, findings))


def _below(name: str, paths: tuple[Path, ...], root: Path) -> bool:
    here = (root / name).resolve()
    return name == "." or not paths or any(here.is_relative_to(path.resolve()) for path in paths)


def _aside(one: SetAside, lang: Lang) -> str:
    problem = put_into_words([one.fault], lang)[0]
    return f"{problem.spot}: {problem.code} {problem.what}\n  ✓ {one.reason}\n"


def _count(findings: list[Problem], sentence: str) -> str:
    return sentence.replace("{n}", str(len(findings)))


def _code(kept: list[Fault], findings: list[Problem]) -> int:
    if any(fault.code == BROKEN for fault in kept):
        return 3
    return 1 if findings else 0
