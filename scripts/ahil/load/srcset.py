"""``srcset`` as the HTML standard reads it: an address may hold commas, a descriptor may not."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"[\s,]*([^\s]+)")
_DESCRIPTOR = re.compile(r"\s*((?:\([^)]*\)|[^,(])*)(,|$)")


def candidates(value: str) -> Iterator[tuple[str, str]]:
    """Each address with its descriptor (``2x``, ``480w`` or nothing)."""
    at = 0
    while found := _ADDRESS.match(value, at):
        address, at = found[1], found.end()
        if address.endswith(","):
            yield address.rstrip(","), ""
            continue
        rest = _DESCRIPTOR.match(value, at)
        at = rest.end() if rest else len(value)
        yield address, rest[1].strip() if rest else ""
