"""Words to verbs. Each verb is a click command in its own file under ``ahil.verbs``."""

import click

from ahil.publish.verbs import VERBS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ahil", prog_name="ahil")
def main() -> None:
    """Build, check and publish the training modules."""


for verb in VERBS:
    main.add_command(verb)
