"""What the attributes of HTML mean for links."""

import re

from selectolax.lexbor import LexborNode

ROLES: dict[tuple[str, str], str] = {
    ("img", "src"): "image",
    ("img", "longdesc"): "cite",
    ("input", "src"): "image",
    ("script", "src"): "script",
    ("iframe", "src"): "frame",
    ("frame", "src"): "frame",
    ("embed", "src"): "media",
    ("object", "data"): "media",
    ("source", "src"): "media",
    ("audio", "src"): "media",
    ("video", "src"): "media",
    ("video", "poster"): "image",
    ("track", "src"): "track",
    ("form", "action"): "form",
    ("button", "formaction"): "form",
    ("input", "formaction"): "form",
    ("blockquote", "cite"): "cite",
    ("q", "cite"): "cite",
    ("ins", "cite"): "cite",
    ("del", "cite"): "cite",
    ("html", "manifest"): "manifest",
    ("*", "background"): "image",
}
IDREFS = frozenset(
    {
        "for",
        "list",
        "form",
        "headers",
        "usemap",
        "popovertarget",
        "commandfor",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "aria-owns",
        "aria-details",
        "aria-flowto",
        "aria-errormessage",
        "aria-activedescendant",
    }
)
KEPT = frozenset(
    [
        "hreflang",
        "target",
        "rel",
        "download",
        "role",
        "lang",
        "type",
        "alt",
        "aria-hidden",
        "aria-labelledby",
        "aria-label",
        "aria-describedby",
        "onclick",
        "id",
        "name",
        "crossorigin",
        "sizes",
        "tabindex",
        "kind",
        "srclang",
        "as",
        "integrity",
    ]
)
"""Attributes that rules ask for beside the address itself."""

_LINK_ROLES = (
    ("stylesheet", "style"),
    ("canonical", "canonical"),
    ("icon", "icon"),
    ("apple-touch-icon", "icon"),
    ("apple-touch-icon-precomposed", "icon"),
    ("apple-touch-startup-image", "icon"),
    ("mask-icon", "icon"),
    ("manifest", "manifest"),
    ("preload", "preload"),
    ("modulepreload", "preload"),
    ("prefetch", "preload"),
    ("prerender", "preload"),
)
_SILENT = frozenset({"preconnect", "dns-prefetch", "profile", "pingback", "me", "edituri", "wlwmanifest"})
_CARDS = frozenset(
    {
        "og:image",
        "og:image:url",
        "og:image:secure_url",
        "og:url",
        "og:video",
        "og:audio",
        "twitter:image",
        "twitter:image:src",
        "twitter:url",
        "msapplication-tileimage",
        "msapplication-config",
        "msapplication-square150x150logo",
        "thumbnail",
    }
)
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?(?:\"([^\"]*)\"?|'([^']*)'?|(\S.*))?$", re.I | re.S)
_PLACES = frozenset({"nav", "header", "footer", "aside", "main", "article"})
_GROUPS = frozenset({"ul", "ol", "div", "section"})
_SWITCH = re.compile(
    r"(?:^|[\s_-])(lang|language|languages|langs|locale|locales|i18n|til|tillar|alternate)(?:$|[\s_-])|lang-|language",
    re.I,
)


def link_role(attrs: dict[str, str | None]) -> str:
    """What a ``<link>`` is for; nothing when its address is not fetched and not followed."""
    rels = (attrs.get("rel") or "").lower().split()
    for rel, role in _LINK_ROLES:
        if rel in rels:
            return role
    if "alternate" in rels:
        return "alternate" if "hreflang" in attrs else "relation"
    return "" if not _SILENT.isdisjoint(rels) else "relation"


def meta_role(attrs: dict[str, str | None]) -> str:
    """``refresh``, ``card`` (an address shown elsewhere), ``lang``, or nothing."""
    if (attrs.get("http-equiv") or "").lower() == "refresh":
        return "refresh"
    if (attrs.get("http-equiv") or "").lower() == "content-language":
        return "lang"
    name = (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()
    if name == "og:locale":
        return "lang"
    return "card" if name in _CARDS else ""


def refresh_address(content: str) -> str | None:
    """The address of ``content="0; url=…"``; none when the page only reloads itself."""
    found = _REFRESH.match(content)
    if not found:
        return None
    return next((part.strip() for part in found.groups() if part is not None), None)


def region_of(node: LexborNode, known: dict[int, str], look_for_switch: bool) -> str:
    """The innermost nav, header, footer, aside, main or article; ``switch`` inside a language switch."""
    if look_for_switch and _in_switch(node):
        return "switch"
    trail: list[int] = []
    region = "body"
    parent = node.parent
    while parent is not None:
        seen = known.get(parent.mem_id)
        if seen is not None:
            region = seen
            break
        trail.append(parent.mem_id)
        tag = parent.tag
        if tag in _PLACES:
            region = "main" if tag == "article" else str(tag)
            break
        if tag in _GROUPS and parent.attributes.get("role") == "navigation":
            region = "nav"
            break
        parent = parent.parent
    for number in trail:
        known[number] = region
    return region


def _in_switch(node: LexborNode) -> bool:
    parent = node
    for _ in range(6):
        if parent is None or parent.tag in {"main", "article", "body"}:
            return False
        attrs = parent.attributes
        said = " ".join(attrs.get(name) or "" for name in ("class", "id", "aria-label"))
        if _SWITCH.search(said) or "md-select" in said:
            return True
        parent = parent.parent  # type: ignore[assignment]
    return False
