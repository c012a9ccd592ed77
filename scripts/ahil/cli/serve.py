"""``ahil serve``: see a change a second after it is saved."""

import subprocess
import sys
from pathlib import Path

import click


@click.command("serve", context_settings={"ignore_unknown_options": True})
@click.option("--port", default=8000, show_default=True, help="Where it listens, on this machine only.")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the tree is.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def verb(port: int, root: Path, words: tuple[str, ...]) -> None:
    """Show the site at http://127.0.0.1:8000/ and again after each change. Other words go to ``mkdocs serve``."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *words]
    sys.exit(subprocess.call(command, cwd=root))
