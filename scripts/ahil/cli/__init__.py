"""Words to verbs: each verb is a click command named ``verb`` in a file of its own, loaded when it is called."""

from importlib import import_module

import click

VERBS = [
    "build",
    "pack",
    "serve",
    "check",
    "explain",
    "links",
    "translations",
    "accept",
    "move",
    "bench",
    "schema",
    "fingerprint",
]
"""In the order of ``--help``: to add a verb, write its file and name it here."""


class Verbs(click.Group):
    """A group whose commands are imported one at a time: checking a page must not wait for the printing press."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order people meet them."""
        return VERBS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a word, or None, which click turns into a suggestion."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"ahil.cli.{cmd_name}").verb
        return command


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ahil", prog_name="ahil")
def main() -> None:
    """Build, check and publish the training modules."""
