"""A built page becomes facts and references; parsed once, and what a browser ignores is ignored."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ahil.load.css import addresses
from ahil.load.html_attributes import IDREFS, KEPT, ROLES, link_role, meta_role, refresh_address, region_of
from ahil.load.html_language import foreign_blocks
from ahil.load.html_names import Attributes, hidden_name, name_of, spoken
from ahil.load.srcset import candidates
from ahil.model.site import Doc, LinkWords, Reading, Ref

_URL_IN_STYLE = re.compile(r"url\(\s*['\"]?(#[^'\")\s]+)")
_DRAWING = frozenset({"fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"})
_MARKED_END = re.compile(r"[\[(](\w+)[\])]$")
_MARKED_TITLE = re.compile(r"[\[(]?\s*(\w+)\s*(?:[\])]|:|\s[—–-]\s|$)")
_PARTS = frozenset(
    [
        "lineargradient",
        "radialgradient",
        "pattern",
        "textpath",
        "mpath",
        "animate",
        "animatemotion",
        "animatetransform",
        "set",
    ]
)
"""Tags of a drawing that name another part of it."""
_ANCHORS = frozenset({"a", "area"})
_STYLE = re.compile("<style", re.I)
_SPACES = re.compile(r"\s")


def read_page(path: str, text: str, words: LinkWords, *, languages: bool = False) -> Reading:
    """Read one HTML page; ``languages`` also looks for text that is not in the page's language."""
    tree = LexborHTMLParser(text)
    reader = _Reader(path, words)
    take = reader.take
    for node in tree.css("*"):
        attrs = node.attributes
        if attrs and not _ASKED.isdisjoint(attrs):
            take(node, attrs)
    for node in tree.css("style") if _STYLE.search(text) else ():
        reader.style_sheet(node)
    reader.finish(tree, languages)
    return reader.reading()


def text_without_spaces(text: str) -> str:
    """What the page shows, for text fragments (``#:~:text=``)."""
    body = LexborHTMLParser(text).body
    return "".join(body.text().split()).casefold() if body else ""


class _Reader:
    """Collects while the page is walked once."""

    def __init__(self, path: str, words: LinkWords) -> None:
        self.path = path
        self.words = words
        self.refs: list[Ref] = []
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.regions: dict[int, str] = {}
        self.facts: dict[str, str] = {}
        self.flags: set[str] = set()
        self.strangers: tuple[tuple[str, str, str], ...] = ()
        self.mostly = ""

    def take(self, node: LexborNode, attrs: Attributes) -> None:
        """Hand each attribute that matters to its reader; nearly all tags are plain links."""
        tag = node.tag or ""
        if tag == "a" and len(attrs) == 1 and (href := attrs.get("href")):
            text = spoken(node) or hidden_name(node, attrs)
            self.refs.append(Ref("link", "a", "href", href, text, region_of(node, self.regions, False), ()))
            return
        for name, value in attrs.items():
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, node, tag, name, value or "", attrs)

    def add(self, role: str, tag: str, attr: str, href: str, attrs: Attributes | None = None, text: str = "") -> None:
        """Keep one reference."""
        more: tuple[tuple[str, str], ...] = ()
        if attrs is not None and not KEPT.isdisjoint(attrs):
            more = tuple([(key, value or "") for key, value in attrs.items() if key in KEPT])
        self.refs.append(Ref(role, tag, attr, href, text, "", more))

    def take_id(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """An id, or the older ``<a name>``; empty ones and spaces are kept as references to complain about."""
        if not value or _SPACES.search(value):
            self.refs.append(Ref("id", tag, name, value))
        if value in self.ids:
            self.twice.append(value)
        self.ids.add(value)

    def take_name(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """``<a name>`` is an anchor; ``<map name>`` is what ``usemap`` asks for."""
        if tag == "a" and value:
            self.ids.add(value)
        elif tag == "map" and value:
            self.ids.add("map:" + value)
        elif tag == "iframe" and value:
            self.ids.add("frame:" + value)
        elif tag == "meta":
            self._take_meta_name(value.lower(), (attrs.get("content") or "").lower())

    def _take_meta_name(self, name: str, content: str) -> None:
        if name == "robots" and ("noindex" in content or content == "none"):
            self.flags.add("noindex")
        elif name in {"status", "draft", "page-status", "doc-status"} and (
            content in {"true", "yes"} or content in self.words.draft
        ):
            self.flags.add("draft")

    def take_href(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """``href`` of whatever may carry one."""
        if tag in _ANCHORS:
            more: tuple[tuple[str, str], ...] = ()
            if len(attrs) > 1 and not KEPT.isdisjoint(attrs):
                more = tuple([(key, val or "") for key, val in attrs.items() if key in KEPT])
            text = name_of(node, tag, attrs)
            region = region_of(node, self.regions, "hreflang" in attrs)
            self.refs.append(Ref("link", tag, name, value, text, region, more))
        elif tag == "base":
            self.facts.setdefault("base", value)
        elif tag == "link":
            role = link_role(attrs)
            if role:
                self.add(role, tag, name, value, attrs)
        elif tag in {"use", "image", "feimage", "feImage"}:
            self.add("image", tag, name, value)
        elif tag.lower() in _PARTS:
            self.add("idref", tag, name, value)

    def take_url(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """Addresses whose role the tag alone decides."""
        role = ROLES.get((tag, name)) or ROLES.get(("*", name))
        if role == "image" and tag == "input" and (attrs.get("type") or "").lower() != "image":
            return
        if role:
            self.add(role, tag, name, value, attrs, attrs.get("alt") or "")

    def take_srcset(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """Every candidate, and the whole value once for its form."""
        found = list(candidates(value))
        self.refs.append(Ref("srcset", tag, name, value, "|".join(size for _, size in found)))
        for address, _ in found:
            if not address.startswith("data:"):
                self.refs.append(Ref("image", tag, name, address, attrs.get("type") or "", "srcset"))

    def take_style(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """``url()`` in a style attribute."""
        if "url(" in value or "image-set(" in value:
            for role, address in addresses(value):
                self.refs.append(Ref(role, tag, name, address))

    def style_sheet(self, node: LexborNode) -> None:
        """``url()`` and ``@import`` in a style element."""
        css = node.text()
        if "url(" in css or "@import" in css or "image-set(" in css:
            for role, address in addresses(css):
                self.refs.append(Ref(role, "style", "", address))

    def take_drawing(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """``fill="url(#stripes)"`` and its kin."""
        for address in _URL_IN_STYLE.findall(value):
            self.refs.append(Ref("idref", tag, name, address))

    def take_idrefs(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """A list of ids (one for ``for``, ``list``, ``form``)."""
        if (name == "for" and tag not in {"label", "output"}) or (name == "list" and tag != "input"):
            return
        if name == "form" and tag not in {
            "input",
            "button",
            "select",
            "textarea",
            "output",
            "fieldset",
            "object",
        }:
            return
        if (name == "headers" and tag not in {"td", "th"}) or (name == "usemap" and tag not in {"img", "object"}):
            return
        for one in value.split() or [""]:
            self.refs.append(Ref("idref", tag, name, one))

    def take_lang(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """The language of the page, or of a part of it."""
        if tag == "html" and name == "lang":
            self.facts["lang"] = value
        self.refs.append(Ref("lang", tag, name, value, self.facts.get("lang", "") if tag == "html" else ""))

    def take_content(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """Addresses in ``<meta>``: refresh, cards of social networks, tiles."""
        if tag != "meta":
            return
        role = meta_role(attrs)
        if role == "refresh":
            address = refresh_address(value)
            if address is not None:
                self.flags.add("refreshes")
                self.refs.append(Ref("refresh", tag, name, address, value))
            elif "url" in value.lower():
                self.refs.append(Ref("badrefresh", tag, name, value))
        elif role:
            self.refs.append(Ref(role, tag, name, value))

    def take_role(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """A drawing that is said to be a picture and has no words."""
        named = (attrs.get("aria-label") or attrs.get("aria-labelledby") or attrs.get("aria-hidden")) is not None
        if tag == "svg" and value == "img" and not named and node.css_first("title") is None:
            self.refs.append(Ref("unnamed", tag, name, value))

    def take_frame_text(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """The page inside ``srcdoc`` starts from the same address."""
        if tag == "iframe" and value:
            inner = read_page(self.path, value, self.words)
            self.refs.extend(ref for ref in inner.refs if not ref.href.startswith("#"))

    def take_status(self, node: LexborNode, tag: str, name: str, value: str, attrs: Attributes) -> None:
        """``data-status="draft"`` on the page or its main part."""
        if tag in {"html", "body", "main", "article"} and (
            value.lower() in self.words.draft or (name == "data-draft" and value.lower() != "false")
        ):
            self.flags.add("draft")

    def finish(self, tree: LexborHTMLParser, languages: bool) -> None:
        """The title, the draft marks, the language of the text."""
        title = tree.css_first("title")
        self.facts["title"] = " ".join(title.text().split()) if title else ""
        start = _MARKED_TITLE.match(self.facts["title"]) or _MARKED_END.search(self.facts["title"])
        body = tree.body
        marks = (body.attributes.get("class") or "").lower().split() if body else []
        if (start and start[1].lower() in self.words.draft) or not self.words.draft.isdisjoint(marks):
            self.flags.add("draft")
        if languages and body and "refreshes" not in self.flags:
            self.strangers, self.mostly = foreign_blocks(tree, self.facts.get("lang", ""), self.words)

    def reading(self) -> Reading:
        """Everything found."""
        doc = Doc(
            path=self.path,
            html=True,
            lang=self.facts.get("lang"),
            title=self.facts.get("title", ""),
            base=self.facts.get("base"),
            ids=frozenset(self.ids),
            twice=tuple(self.twice),
            noindex="noindex" in self.flags,
            draft="draft" in self.flags,
            refreshes="refreshes" in self.flags,
            strangers=self.strangers,  # type: ignore[arg-type]
            mostly=self.mostly,
        )
        return Reading(doc, tuple(self.refs))


_Handler = Callable[[_Reader, LexborNode, str, str, str, Attributes], None]
_HANDLERS: dict[str, _Handler] = {
    "id": _Reader.take_id,
    "name": _Reader.take_name,
    "href": _Reader.take_href,
    "xlink:href": _Reader.take_href,
    "srcset": _Reader.take_srcset,
    "imagesrcset": _Reader.take_srcset,
    "style": _Reader.take_style,
    "lang": _Reader.take_lang,
    "xml:lang": _Reader.take_lang,
    "content": _Reader.take_content,
    "srcdoc": _Reader.take_frame_text,
    "role": _Reader.take_role,
    "data-status": _Reader.take_status,
    "data-draft": _Reader.take_status,
    **{name: _Reader.take_url for _, name in ROLES},
    **dict.fromkeys(IDREFS, _Reader.take_idrefs),
    **dict.fromkeys(_DRAWING, _Reader.take_drawing),
}
_ASKED = frozenset(_HANDLERS)
