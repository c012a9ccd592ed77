"""``ahil fingerprint``: remember a text by its runs of twelve words, without keeping the text."""

from pathlib import Path

import click

from ahil.load.watch import RUNS
from ahil.rules.runs import of_paragraphs

HEAD = (
    "# Fingerprints of every run of twelve words in the briefing, made by `ahil fingerprint`;"
    " the words cannot be read back.\n"
)


@click.command("fingerprint")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Where the tree is.",
)
def verb(file: Path, root: Path) -> None:
    """Write data/briefing-runs.txt from the text in FILE, so that SA620 can find sentences copied from it."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{file}: UTF-8? (byte {error.start})", param_hint="FILE") from None
    target = root / "data" / RUNS
    target.parent.mkdir(exist_ok=True)
    target.write_text(HEAD + "".join(f"{run}\n" for run in sorted(of_paragraphs(text))), "utf-8")
