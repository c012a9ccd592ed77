"""``ahil bench``: the measurements, each a program of its own that prints ratios of one run."""

import subprocess
import sys
from pathlib import Path

import click


@click.command("bench")
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), default=".", help="Where the checkout is.")
@click.argument("names", nargs=-1)
def verb(root: Path, names: tuple[str, ...]) -> None:
    """Run the programs of ``benchmarks/`` (all, or those named), one after the other."""
    found = {path.stem: path for path in sorted((root / "benchmarks").glob("*.py")) if not path.stem.startswith("_")}
    unknown = [name for name in names if name not in found]
    if unknown:
        raise click.UsageError(f"{', '.join(unknown)}: {', '.join(found)}")
    worst = 0
    for name in names or found:
        click.echo(f"\n{name}")
        worst = max(worst, subprocess.call([sys.executable, str(found[name])], cwd=root))
    sys.exit(worst)
