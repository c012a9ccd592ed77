"""Links that open and still serve the reader badly."""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from ahil.model.site import Flaw, Ref
from ahil.rules.links.address import DATA, EXTERNAL, FOUND, SCRIPT
from ahil.rules.links.web import Use, Web, flaws, rule

_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|_openstat|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|yclid|ysclid|ymclid|msclkid|twclid"
    r"|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|mkt_tok|vero_id|oly_(?:anon|enc)_id|rb_clickid|hsa_\w+|srsltid|trk|trkid|etext|s_cid|_ga|_gl|spm|scm|ref_src|ref_url|__twitter_impression|from_email|wickedid",
    re.I,
)
_LOCAL = re.compile(
    r"localhost$|.*\.(?:localhost|local|localdomain|internal|lan|test|intranet)$|host\.docker\.internal$|.*\.(?:ngrok\.io|ngrok-free\.app|trycloudflare\.com|loca\.lt)$",
    re.I,
)
_WRAPPED = re.compile(
    r"https?://(?:www\.google\.[a-z.]+/url\?|lm?\.facebook\.com/l\.php|[\w.]+\.safelinks\.protection\.outlook\.com/"
    r"|vk\.com/away\.php|l\.instagram\.com/|t\.umblr\.com/redirect)",
    re.I,
)
_SHARED = re.compile(r"https?://(?:[\w-]+\.)?(?:youtu\.be|youtube\.com|spotify\.com)/\S*[?&]si=", re.I)
_SHOWN = re.compile(r"(?:https?://|www\.)[^\s<>«»“”]+", re.I)
_PLAIN_HTTP_NAMES = ("http://www.w3.org/", "http://schemas.", "http://purl.org/")
_ENDS = re.compile(r"(?:%20|[.,;:\"»”’]|%22|%C2%BB|%3E)$", re.I)
_OPENED = {")": "(", "]": "[", "}": "{", ">": "<"}
_FOLLOWED = ("link", "frame", "form", "cite", "pdf")


@rule("LK401", "LK402")
def doubled_id(web: Web) -> Iterator[Flaw]:
    """LK401: two elements of a page have one id. LK402: an id is empty or has a space in it.

    A link can only reach the first of the two. Give each its own: ``{ #another-name }`` after the heading.
    """
    for number, doc in web.site.pages():
        for one in dict.fromkeys(doc.twice):
            yield Flaw("LK401", number, Ref("id", "*", "id", one), (("id", one),), about=one)
    for use in web.uses("id"):
        yield from flaws("LK402", use, id=use.ref.href)


@rule("LK421", "LK422", "LK423", "LK424", "LK425")
def address_of_the_web(web: Web) -> Iterator[Flaw]:
    """LK421: tracking parameters. LK422: ``http:`` without protection. LK423: an address only its author can open.

    LK424: a name and password in the address. LK425: a sign of the sentence stuck to its end. Remove what does not
    belong to the address; write ``https:``.
    """
    for use in web.uses(*_FOLLOWED, kinds={FOUND}):
        if "?" in use.ref.href and "own" not in use.target.marks:
            yield from _tracked(use)
    for use in web.uses(kinds={EXTERNAL}):
        yield from _of_the_web(web, use)
    for use in web.marked:
        if "own" in use.target.marks:
            yield from _of_the_web(web, use)


def _of_the_web(web: Web, use: Use) -> Iterator[Flaw]:
    href = use.ref.href.strip()
    try:
        parts = urlsplit(href)
        host, credentials = parts.hostname or "", parts.username or parts.password
    except ValueError:
        return
    yield from _tracked(use)
    if is_local(host):
        yield from flaws("LK423", use, host=host)
    elif (
        parts.scheme.lower() == "http"
        and not href.startswith(_PLAIN_HTTP_NAMES)
        and use.ref.role not in {"canonical", "sitemap"}
    ):
        yield from flaws("LK422", use)
    if credentials:
        yield from flaws("LK424", use, host=host)
    if use.ref.role == "link" and _has_sign(href):
        yield from flaws("LK425", use, sign=href[-1])


def _has_sign(href: str) -> bool:
    """A closing bracket belongs to the address when it was opened there (``Mahalla_(jamoa)``)."""
    last = href[-1:]
    if last in _OPENED:
        return href.count(last) > href.count(_OPENED[last])
    return _ENDS.search(href) is not None


def _tracked(use: Use) -> Iterator[Flaw]:
    address, _, fragment = use.ref.href.partition("#")
    parts = (part.replace("&amp;", "&") for part in (address.partition("?")[2], fragment) if "=" in part)
    names = [name for part in parts for name, _ in parse_qsl(part, keep_blank_values=True)]
    found = [name for name in names if _TRACKING.fullmatch(name)]
    wrapped = _WRAPPED.match(address.strip())
    if wrapped:
        found.append(wrapped[0])
    if _SHARED.match(address.strip()):
        found.append("si")
    if found:
        yield from flaws("LK421", use, names=", ".join(found))


def is_local(host: str) -> bool:
    """Whether only this computer or this office knows the host."""
    if _LOCAL.match(host):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_private or address.is_loopback or address.is_unspecified


@rule("LK426", "LK427")
def not_a_link(web: Web) -> Iterator[Flaw]:
    """LK426: ``javascript:`` in a link. LK427: a link with ``#`` that leads nowhere.

    Neither can be opened in a new tab, copied or read without scripts. Use a button, or a real address.
    """
    for use in web.uses("link", "frame", "form"):
        if use.target.kind == SCRIPT:
            yield from flaws("LK426", use)
        elif use.ref.href.strip() in {"#", "#!"} and use.ref.role == "link" and not _to_the_top(web, use.ref):
            yield from flaws("LK427", use, text=use.ref.text or "#")


def _to_the_top(web: Web, ref: Ref) -> bool:
    text = ref.text.casefold().strip(" \u2191^.!…")
    if ref.get("role") or ref.get("onclick") is not None or ref.get("aria-hidden") == "true":
        return True
    return not text or any(word in text for word in web.site.words.top)


@rule("LK428")
def new_tab(web: Web) -> Iterator[Flaw]:
    """A link opens another site in a new tab without ``rel="noopener"``.

    In older browsers that site can then change this page. Write ``rel="noopener"``, or open it in the same tab.
    """
    for use in (*web.qualified, *web.uses("form")):
        target = use.ref.get("target")
        if not target or target.lower() in {"_self", "_parent", "_top"} or use.target.kind not in {EXTERNAL, FOUND}:
            continue
        rels = (use.ref.get("rel") or "").lower().split()
        if {"noopener", "noreferrer"} & set(rels) or (use.target.kind == FOUND and target.lower() != "_blank"):
            continue
        holders = [number for number in use.docs if "frame:" + target not in web.site.docs[number].ids]
        if use.target.kind == EXTERNAL or "rel" in dict(use.ref.more):
            yield from flaws("LK428", use._replace(docs=holders))


@rule("LK429")
def shows_another_address(web: Web) -> Iterator[Flaw]:
    """The text of a link is one address and the link leads to another host.

    The reader is deceived, perhaps by a copying mistake. Make the two agree.
    """
    for use in web.uses("link", kinds={EXTERNAL}):
        shown = _SHOWN.fullmatch(use.ref.text)
        if shown:
            typed = use.ref.text if "//" in use.ref.text else "https://" + use.ref.text
            try:
                host, real = urlsplit(typed).hostname or "", urlsplit(use.ref.href.strip()).hostname or ""
            except ValueError:
                continue
            if host.removeprefix("www.") != real.removeprefix("www."):
                yield from flaws("LK429", use, shown=use.ref.text)


@rule("LK430")
def mixed_content(web: Web) -> Iterator[Flaw]:
    """A page that is published under ``https:`` frames or downloads something as a ``data:text/html`` address.

    Browsers refuse to open it. Make it a file.
    """
    for use in web.uses("link", kinds={DATA}):
        if use.ref.href.strip().lower().startswith("data:text/html"):
            yield from flaws("LK430", use)
