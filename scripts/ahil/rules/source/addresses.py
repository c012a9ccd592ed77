"""Addresses on the web: in links and in the registers."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from ahil.model.spot import Fault, Spot
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.targets import links

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|msclkid|dclid|igshid|igsh|mc_[ce]id|_openstat|ysclid|si|ref_src", re.I
)
_INNER = re.compile(
    r"localhost|.*\.(?:local|localhost|internal|lan)|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[?::1\]?"
)


def addresses(ground: Ground) -> Iterator[tuple[Spot, str]]:
    """Every address of the web an author wrote."""
    for _, link, spot in links(ground):
        if link.target.lower().startswith(("http:", "https:", "file:", "//")):
            yield spot, link.target
    curriculum = ground.curriculum
    for source in curriculum.sources.values():
        yield ground.entry("sources", source.id, "url"), source.url
    for fact in curriculum.facts.values():
        for number, reference in enumerate(fact.sources):
            yield ground.entry("facts", fact.id, "sources", number, "url"), reference.url
    for contact in curriculum.contacts.values():
        yield ground.entry("contacts", contact.id, "source", "url"), contact.source.url


@rule("LK308", "LK309", "LK310", "LK311")
def address_wrong(ground: Ground) -> Iterator[Fault]:
    """An address is not safe to follow: ``http:`` (LK308), with tracking (LK309), on one's own machine
    (LK310), not an address at all (LK311).

    Over http anyone on the way can read what a person at risk looks at; tracking tells others who came from
    here. Bad: ``http://example.org/?utm_source=x``. Good: ``https://example.org/``.
    """
    for spot, url in addresses(ground):
        if not url:
            continue
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            host, parts = "", urlsplit("")
        if url.lower().startswith("file:") or _INNER.fullmatch(host):
            yield Fault("LK310", spot, {"url": url})
        elif parts.scheme.lower() not in ("http", "https") or "." not in host or re.search(r"\s", url):
            yield Fault("LK311", spot, {"url": url})
        else:
            if parts.scheme.lower() == "http":
                yield Fault("LK308", spot, {"url": url, "safe": "https" + url[4:]})
            for key, _ in parse_qsl(parts.query, keep_blank_values=True):
                if _TRACKING.fullmatch(key):
                    yield Fault("LK309", spot, {"url": url, "key": key})


@rule("LK312")
def words_missing(ground: Ground) -> Iterator[Fault]:
    """A link out of the site, or to a place in the same page, has no words.

    Only targets of ours lend their title to ``[](module:…)``; here the reader would see nothing to press.
    Bad: ``[](https://example.org/)``. Good: ``[Example](https://example.org/)``.
    """
    for _, link, spot in links(ground):
        ours = link.target.startswith(("page:", "module:", "handout:", "worksheet:", "path:"))
        if not ours and not link.text.strip():
            yield Fault("LK312", spot, {"target": link.target})
