"""One wrong and one right form for each code of the link checker."""

from functools import cache
from typing import NamedTuple

import yaml

from ahil.publish.wording import our_data


class Example(NamedTuple):
    """``place`` is where it stands: body, head, html, or a description of a file."""

    place: str
    bad: str
    good: str


@cache
def link_examples() -> dict[str, Example]:
    """The examples of ``data/link-examples.yml`` by their codes."""
    data = yaml.safe_load((our_data() / "link-examples.yml").read_text("utf-8"))
    return {code: Example(one["in"], one["bad"], one["good"]) for code, one in data.items()}
