"""``python -m ahil``: the command, where its script is not on the path."""

from ahil.cli import main

main()
