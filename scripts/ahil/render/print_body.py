"""A page made ready for paper: links, drawings, boxes to tick, signs of blocks, cards to cut out."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import BLOCKS, TRAINER_BLOCKS
from ahil.model.print import PrintEdition, PrintJob, PrintKind


def trainers_block(body_html: str) -> str | None:
    """The first block of trainers' text in a page, by its name; a learner's copy must not hold one."""
    tree = LexborHTMLParser(body_html)
    return next((name for name in sorted(TRAINER_BLOCKS) if tree.css_first(f".admonition.{name}")), None)


def body_for_paper(job: PrintJob, interface: Interface) -> tuple[str, str]:
    """The body, and the sheets of cards that follow it (empty where there are none)."""
    tree = LexborHTMLParser(f'<div id="ahil-body">{job.body_html}</div>')
    body = tree.css_first("#ahil-body")
    assert body is not None
    _leave_web_out(body)
    _draw(body, job.figures)
    _lead_to_the_web(body, job.page_url)
    if job.kind is not PrintKind.WORKSHEET:
        _tick(tree, body, shown=job.edition is PrintEdition.TRAINER)
    _sign(tree, body, interface)
    cards = _cards(body, job, interface) if job.edition is PrintEdition.TRAINER else ""
    return body.inner_html or "", cards


def _leave_web_out(body: LexborNode) -> None:
    for node in body.css("script, style, button, .headerlink, .no-print"):
        node.decompose()


def _draw(body: LexborNode, figures: Mapping[str, str]) -> None:
    """Drawings go into the page, so that they are set in our fonts and nothing is fetched."""
    for image in body.css("img"):
        svg = figures.get(image.attributes.get("src") or "")
        if svg is not None:
            image.attrs["src"] = f"data:image/svg+xml,{quote(svg)}"


def _lead_to_the_web(body: LexborNode, page_url: str) -> None:
    """A link on paper leads to the site; without an address of the site it is only words."""
    for link in body.css("a[href]"):
        target = link.attributes.get("href") or ""
        if target.startswith("#") or "://" in target:
            continue
        if page_url:
            link.attrs["href"] = urljoin(page_url, target)
        else:
            link.unwrap()


def _tick(tree: LexborHTMLParser, body: LexborNode, *, shown: bool) -> None:
    """Boxes of a self-check: empty for learners whatever the page says; trainers see the right one."""
    for box in body.css("input"):
        drawn = tree.create_node("span")
        right = shown and "checked" in box.attributes
        drawn.attrs["class"] = "box right" if right else "box"
        if right:
            drawn.insert_child("✓")
        box.replace_with(drawn)


def _sign(tree: LexborHTMLParser, body: LexborNode, interface: Interface) -> None:
    """A letter in front of each block's title: in black and white the colour says nothing."""
    for block in body.css("div.admonition"):
        kind = next((name for name in (block.attributes.get("class") or "").split() if name in BLOCKS), None)
        if kind is None:
            continue
        title = block.css_first("p.admonition-title")
        if title is None or title.parent != block:
            title = tree.create_node("p")
            title.attrs["class"] = "admonition-title"
            first = block.first_child
            first.insert_before(title) if first else block.insert_child(title)
        sign = tree.create_node("span")
        sign.attrs["class"] = "sign"
        sign.insert_child(_speaking(block, interface).say(f"print.sign-{kind}"))
        start = title.first_child
        start.insert_before(sign) if start else title.insert_child(sign)


def _speaking(node: LexborNode, interface: Interface) -> Interface:
    """The words of the language the node stands in, where that is not the page's."""
    above = node.parent
    while above is not None:
        tag = above.attributes.get("lang")
        if tag:
            return replace(interface, lang=next(lang for lang in Lang if lang.tag == tag))
        above = above.parent
    return interface


def _cards(body: LexborNode, job: PrintJob, interface: Interface) -> str:
    """Every block of cards once more, large, on sheets of its own at the end; a line says where."""
    sheets = []
    for number, block in enumerate(body.css("div.admonition.cards"), 1):
        items = [item.inner_html for listed in block.css("ol")[:1] for item in listed.css("li")]
        title = block.css_first("p.admonition-title")
        named = title.text(deep=True).removeprefix(interface.say("print.sign-cards")).strip() if title else ""
        rows = "".join(
            f'<li><div>{item}</div><p class="card-name">{job.code} · {place}</p></li>'
            for place, item in enumerate(items, 1)
        )
        sheets.append(
            f'<section class="cut" id="cards-{number}"><h2>{interface.say("print.cards")}: {named}</h2>'
            f"<ol>{rows}</ol></section>"
        )
        where = f'<p class="cards-page"><a href="#cards-{number}">{interface.say("print.cards-page")}</a></p>'
        block.insert_child(LexborHTMLParser(where).css_first("p"))  # type: ignore[arg-type]
    return "".join(sheets)
