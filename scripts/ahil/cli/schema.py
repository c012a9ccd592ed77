"""``ahil schema``: what editors need to complete and underline our YAML."""

from pathlib import Path

import click

from ahil.publish.inventory import watch
from ahil.publish.schemas import write_schemas


@click.command("schema")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Where the tree is.",
)
def verb(root: Path) -> None:
    """Write data/schemas/*.json from the model; name the files that changed."""
    lists, _ = watch(root)
    for name in write_schemas(root, lists):
        click.echo(name)
