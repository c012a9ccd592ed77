"""What a picture says to those who do not see it."""

import re
from collections.abc import Iterator

from ahil.model.site import Flaw
from ahil.rules.links.web import Web, flaws, rule

_NAME_OF_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)|(?:img|dsc|dscn|pxl|image|photo)[-_ ]?\d+", re.I)


@rule("LK403", "LK404")
def picture_without_words(web: Web) -> Iterator[Flaw]:
    """LK403: a picture has no ``alt``. LK404: its ``alt`` is a file name or says only “picture”.

    Who does not see it, or has no network, learns nothing. Say what it shows; ``alt=""`` for a mere ornament.
    """
    for use in web.uses("unnamed"):
        yield from flaws("LK403", use)
    for use in web.uses("image"):
        ref = use.ref
        if ref.tag not in {"img", "input"} or ref.attr != "src":
            continue
        alt = ref.get("alt")
        if alt is None or (ref.tag == "input" and not alt):
            if not (
                ref.get("aria-label") or ref.get("aria-labelledby") or ref.get("role") in {"presentation", "none"}
            ) and (ref.get("aria-hidden") != "true"):
                yield from flaws("LK403", use)
        elif _NAME_OF_FILE.fullmatch(alt) or alt.strip().casefold() in web.site.words.vague_alt or alt.isspace():
            yield from flaws("LK404", use, alt=alt)
