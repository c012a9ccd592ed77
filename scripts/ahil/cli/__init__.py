"""Words to verbs: each verb is a click command in a file of its own, listed here."""

import click

from ahil.cli import build


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ahil", prog_name="ahil")
def main() -> None:
    """Build, check and publish the training modules."""


main.add_command(build.verb)
# one line a verb, in the order of --help
