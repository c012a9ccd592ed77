"""The body of a chapter made ready for a pack: its links, drawings, tables and boxes to tick."""

import re
from collections.abc import Callable, Mapping
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

Lead = Callable[[str], str]
"""Where a link leads from a pack; empty where there is nothing to lead to, and the link becomes words."""

Draw = Callable[[str, str, str], str]
"""(src, SVG text, alt text) → the HTML of the drawing."""

_PROLOGUE = re.compile(r"^\s*<\?xml.*?\?>\s*|<!--.*?-->", re.S)
_ID = re.compile(r'(\sid="|href="#|url\(#)')


def led(body: str, lead: Lead) -> str:
    """Links inside the page stay; the others go where the pack says, and give nothing away when followed."""
    tree, root = _opened(body)
    for link in root.css("a[href]"):
        target = link.attributes.get("href") or ""
        if target.startswith("#"):
            continue
        leads = target if "://" in target else lead(target)
        if not leads:
            link.unwrap()
            continue
        link.attrs["href"] = leads
        if "://" in leads:
            link.attrs["rel"] = "noreferrer"
    del tree
    return root.inner_html or ""


def drawn(body: str, figures: Mapping[str, str], draw: Draw) -> str:
    """Every drawing of ours in its place."""
    tree, root = _opened(body)
    marks: dict[str, str] = {}
    for number, image in enumerate(root.css("img")):
        src = image.attributes.get("src") or ""
        if src in figures:
            mark = f"ahil-drawing-{number}-"
            marks[mark] = draw(src, figures[src], image.attributes.get("alt") or "")
            image.replace_with(mark)  # text: the parser of HTML would bend the SVG
    del tree
    html = root.inner_html or ""
    for mark, picture in marks.items():
        html = html.replace(mark, picture)
    return html


def inline(prefix: str) -> Draw:
    """Drawings as part of the page; their ids get a name of their own each."""
    count = 0

    def draw(_src: str, svg: str, alt: str) -> str:
        nonlocal count
        count += 1
        own = f"{prefix}{count}-"
        text = _ID.sub(lambda found: found[1] + own, _PROLOGUE.sub("", svg).strip())
        return text.replace("<svg ", f'<svg role="img" aria-label="{escape(alt)}" ', 1)

    return draw


def scrolling(body: str, words: str) -> str:
    """Tables that scroll by themselves on a narrow screen, by finger and by keys."""
    opened = f'<div class="wide" role="region" tabindex="0" aria-label="{escape(words)}"><table'
    return body.replace("<table", opened).replace("</table>", "</table></div>")


def ticked(body: str) -> str:
    """Boxes of a list as empty squares; a learner's copy shows none ticked, whatever the page says."""
    tree, root = _opened(body)
    for box in root.css('input[type="checkbox"], input[type="radio"]'):
        empty = tree.create_node("span")
        empty.attrs["class"] = "box"
        box.replace_with(empty)
    return root.inner_html or ""


def _opened(body: str) -> tuple[LexborHTMLParser, LexborNode]:
    tree = LexborHTMLParser(f'<div id="ahil-body">{body}</div>')
    root = tree.css_first("#ahil-body")
    assert root is not None
    return tree, root
