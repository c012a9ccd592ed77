"""S22: what a stranger could slip into a page, and names some disks cannot keep."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.targets import place

ALLOWED = frozenset({"br", "kbd", "sub", "sup", "abbr", "wbr", "bdi"})
_PLAIN = frozenset({"title", "lang", "dir"})
_DANGER = frozenset(
    [
        "script",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
        "style",
        "link",
        "meta",
        "base",
        "frame",
        "frameset",
        "applet",
        "svg",
        "math",
        "template",
    ]
)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*|/)?)>|<(script|iframe|object|embed|style|svg)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=")
_LIST = re.compile(r"\{:?[^{}\n]*?\b(on[a-z]+|style|srcdoc|formaction)\s*=[^{}\n]*\}", re.IGNORECASE)
_CODE = re.compile(
    r"^(`{3,}|~{3,}).*?^\1[`~]*[ \t]*$|<!--.*?-->|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_ACTIVE = re.compile(r"\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:script|data)\s*:", re.IGNORECASE)
_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
_READ = (".md", ".yml", ".yaml", ".svg", ".json", ".txt")
LARGEST = 200_000


def _bare(prose: Prose) -> str:
    """The whole file, code and comments blanked."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(prose.lines))


def _spot(prose: Prose, text: str, at: int) -> Spot:
    return Spot(prose.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


@rule("UN801", "UN802", "UN803")
def html_raw(ground: Ground) -> Iterator[Fault]:
    """Raw HTML: a tag outside the few that are allowed (UN801), an attribute that acts or styles (UN802), a
    tag that runs or loads something (UN803).

    One line of it can watch every reader. Write Markdown. Allowed are br, kbd, sub, sup, abbr, wbr, bdi.
    """
    for _, prose in ground.prose():
        if not any("<" in line or "=" in line for line in prose.lines):
            continue
        text = _bare(prose)
        for match in _TAG.finditer(text) if "<" in text else ():
            name = (match[1] or match[3]).lower()
            spot = _spot(prose, text, match.start())
            if name in _DANGER:
                yield Fault("UN803", spot, {"tag": name})
            elif name not in ALLOWED:
                yield Fault("UN801", spot, {"tag": name, "known": ", ".join(sorted(ALLOWED))})
            for attribute in _ATTRIBUTE.findall(match[2] or ""):
                if attribute.lower().startswith("on") or (name in ALLOWED and attribute.lower() not in _PLAIN):
                    yield Fault("UN802", spot, {"name": attribute})
        for match in _LIST.finditer(text) if "=" in text else ():
            yield Fault("UN802", _spot(prose, text, match.start()), {"name": match[1]})


@rule("UN804", "UN805", "UN811")
def link_acts(ground: Ground) -> Iterator[Fault]:
    """A link runs something or carries its content inside itself (UN804), a picture comes from another site
    (UN805), or a picture is fetched from outside its folder (UN811).

    Another site learns who reads this page, and the offline copy has a hole. Put the picture into
    ``figures/``.
    """
    for _, prose in ground.prose():
        for link in prose.links:
            spot = place(prose, link)
            if _ACTIVE.match(link.target):
                yield Fault("UN804", spot, {"target": link.target[:40]})
            elif link.image and re.match(r"(?:[a-z][\w+.-]*:)?//", link.target, re.IGNORECASE):
                yield Fault("UN805", spot, {"target": link.target})
            elif link.image and ".." in link.target.split("/"):
                yield Fault("UN811", spot, {"name": link.target})
        if not any(_HIDDEN.search(line) for line in prose.lines):
            continue
        text = _bare(prose)
        for match in re.finditer(r"\]\(\s*<?\s*((?:javascript|vbscript|data)\s*:[^)\s]*)", text, re.IGNORECASE):
            spot = _spot(prose, text, match.start(1))
            if not any(link.spot.line == spot.line and _ACTIVE.match(link.target) for link in prose.links):
                yield Fault("UN804", spot, {"target": match[1][:40]})


@rule("UN809", "UN810", "UN813")
def file_unfit(ground: Ground) -> Iterator[Fault]:
    """A file has a name Windows cannot store (UN809) or with two dots in a row (UN813), or is larger than
    200 kB (UN810).

    The copy on a USB stick would be incomplete, or too slow for a telephone. Rename it; make the picture
    smaller.
    """
    for path, size in ground.sizes.items():
        if path.startswith("data/"):
            continue
        parts = path.split("/")
        if not path.endswith(_READ) and any(_WINDOWS.search(part) for part in parts):
            yield Fault("UN809", Spot(path), {"name": parts[-1]})
        if ".." in path:
            yield Fault("UN813", Spot(path), {"name": parts[-1]})
        if size > LARGEST and not path.endswith(_READ):
            yield Fault("UN810", Spot(path), {"size": size // 1000, "limit": LARGEST // 1000})
