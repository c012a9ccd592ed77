"""``ahil translations``: how far each translation is, and what is wrong with it."""

import gc
import sys
from pathlib import Path

import click

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.spot import Problem
from ahil.publish.report import FORMS
from ahil.publish.translation_baseline import beyond_baseline, write_baseline
from ahil.publish.translation_report import failed, problems, put_files_right, report, words_in
from ahil.publish.translations import examine

_FORMS = sorted({*FORMS, "sarif", "junit", "html"})


@click.command("translations")
@click.argument("path", required=False, default="")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the tree is.")
@click.option("--as", "as_", type=click.Choice(_FORMS), default="plain", help="Form of the report.")
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of messages.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Known findings; written if it is not there.",
)
@click.option("--fix", is_flag=True, help="Put right apostrophes of Uzbek pages and characters nobody sees.")
@click.option("--information", is_flag=True, help="Also say where an agreed word is absent.")
def verb(path: str, root: Path, as_: str, lang: str, baseline: Path | None, fix: bool, information: bool) -> None:
    """Say how far the translations are, and what is wrong with them; for PATH also what changed in its source.

    Exit codes: 0 clean, 1 findings, 2 wrong use, 3 the check itself failed.
    """
    gc.disable()  # values are made and kept until the end
    words = words_in(Lang(lang))
    try:
        root, path = checked(root, path, words)
        findings = examine(root, path, information=information)
        if fix:
            for name in put_files_right(root, findings):
                click.echo(words.say("translations.fixed", path=name), err=True)
            findings = examine(root, path, information=information)
        found = _beyond(baseline, problems(findings, Lang(lang)), words)
        click.echo(report(as_, findings, found, words, path), nl=False)
    except Exception as error:
        internal(error, words)
    sys.exit(1 if failed(found) else 0)


def checked(root: Path, path: str, words: Interface) -> tuple[Path, str]:
    """The tree and the path below it as the checks name it; what is not there is wrong use."""
    if not any((root / room).is_dir() for room in ("docs", "modules")):
        click.echo(words.say("translations.no-tree", root=root), err=True)
        sys.exit(2)
    given = Path(path)
    if path and given.exists() and given.resolve().is_relative_to(root.resolve()):
        path = given.resolve().relative_to(root.resolve()).as_posix()
    elif path and not (root / path).exists() and not any((root / "docs").glob(f"*/{path.removeprefix('docs/')}.md")):
        click.echo(words.say("translations.no-page", path=path), err=True)
        sys.exit(2)
    return root.resolve(), path


def _beyond(baseline: Path | None, found: list[Problem], words: Interface) -> list[Problem]:
    if baseline is None:
        return found
    if not baseline.exists():
        count = write_baseline(baseline, found)
        click.echo(words.say("translations.baseline-written", count=count, path=baseline), err=True)
        return []
    try:
        new, gone = beyond_baseline(baseline, found)
    except (ValueError, AttributeError):
        click.echo(words.say("translations.no-page", path=baseline), err=True)
        sys.exit(2)
    if gone:
        click.echo(words.say("translations.baseline-gone", count=gone, path=baseline), err=True)
    return new


def internal(error: Exception, words: Interface) -> None:
    """Say where our own code failed, without a word of the exception."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    click.echo(words.say("translations.internal", place=f"{place} {type(error).__name__}"), err=True)
    sys.exit(3)
