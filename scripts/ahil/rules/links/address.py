"""An address taken apart as a browser does, and followed to a file of the site."""

import posixpath
import re
import unicodedata
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ahil.model.site import Site

FOUND, MISSING, FOLDER, OUTSIDE, EXTERNAL = "found", "missing", "folder", "outside", "external"
MAIL, PHONE, SCRIPT, DATA, OTHER, UNKNOWN, MALFORMED = (
    "mail",
    "phone",
    "script",
    "data",
    "other",
    "unknown",
    "malformed",
)

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", re.S)
_PLAIN = re.compile(r"(?:\.\./)*(?:[\w-]+/)*[\w-]+\.[a-z0-9]+", re.A)
_MIXED = re.compile(r"(?=.*[a-z])(?=.*[а-яёўқғҳ])")
_KNOWN = frozenset(
    [
        "sms",
        "smsto",
        "mms",
        "geo",
        "whatsapp",
        "tg",
        "viber",
        "skype",
        "callto",
        "fax",
        "facetime",
        "intent",
        "market",
        "about",
        "blob",
        "magnet",
        "ftp",
        "ftps",
        "sftp",
        "xmpp",
        "irc",
        "ircs",
        "matrix",
        "urn",
        "doi",
        "news",
        "bitcoin",
        "zoommtg",
        "msteams",
        "webcal",
        "maps",
        "sip",
        "sips",
        "ws",
        "wss",
        "android-app",
        "ios-app",
        "view-source",
        "chrome",
        "edge",
        "signal",
        "sgnl",
        "threema",
        "wechat",
        "imo",
        "ed2k",
        "git",
        "ssh",
        "feed",
        "acct",
    ]
)
_ALIKE = str.maketrans(dict.fromkeys("ʻʼ’‘`´ʹ′ʽ‛", "'"))
_OWN_HOST = re.compile(r"https?:", re.I)


class Target(NamedTuple):
    """Where an address leads; ``path`` is the file, or what it would be."""

    kind: str
    path: str = ""
    marks: frozenset[str] = frozenset()  # root, own, slashes, folder, bare, query, backslash, scheme
    url: str = ""


_NO_MARKS: frozenset[str] = frozenset()


class Compass:
    """Follows addresses inside one site; the same address from the same folder is followed once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.known: dict[tuple[str, str], Target] = {}
        own = urlsplit(site.url or "")
        self.host = (own.netloc or "").lower().removeprefix("www.")
        self.root = own.path if own.path.endswith("/") else own.path.rpartition("/")[0] + "/"

    def target(self, where: str, href: str) -> Target:
        """``where`` is the folder (``""``, ``"ru/"``) or, for ``#…`` and ``?…``, the page itself."""
        address = href.partition("#")[0]
        target = self.known.get((where, address))
        if target is None:
            target = self.known[where, address] = self._follow(where, address)
        return target

    def _follow(self, where: str, href: str) -> Target:
        if _PLAIN.fullmatch(href) and ":" not in where:
            clean = posixpath.normpath(where[: where.rfind("/") + 1] + href)
            if clean in self.site.files:
                return Target(FOUND, clean)
        address = re.sub(r"[\t\n\r]", "", href.strip(" \t\n\r\f"))
        scheme = _SCHEME.match(address)
        if scheme and not (len(scheme[1]) == 1 and scheme[2][:1] in {"\\", "/"}):
            return self._with_scheme(scheme[1].lower(), scheme[2], address)
        if scheme:
            return Target(MALFORMED, marks=frozenset({"disk"}), url=address)
        if _SCHEME.match(where) and not address.startswith("//"):
            return Target(EXTERNAL, url=where + address)
        marks = set()
        if "\\" in address:
            marks.add("backslash")
            address = address.replace("\\", "/")
        if address.startswith("//"):
            return self._with_host("http:" + address, marks | {"slashes"}, address)
        path, question, _ = address.partition("?")
        if question and not path:
            marks.add("query")
        if path.startswith("/"):
            marks.add("root")
            return self._from_root(path, marks)
        return self._file(where, path, marks)

    def _with_scheme(self, scheme: str, rest: str, address: str) -> Target:
        if scheme in {"http", "https"}:
            return self._with_host(address, {"scheme"}, address)
        if scheme == "mailto":
            return Target(MAIL, url=address)
        if scheme in {"tel", "sms", "smsto", "callto"}:
            return Target(PHONE, url=address)
        if scheme in {"javascript", "vbscript"}:
            return Target(SCRIPT, url=address)
        if scheme == "data":
            return Target(DATA, url=address[:60])
        if scheme == "file":
            return Target(MALFORMED, marks=frozenset({"disk"}), url=address)
        return Target(OTHER if scheme in _KNOWN or scheme.startswith("web+") else UNKNOWN, url=address)

    def _with_host(self, address: str, marks: set[str], typed: str) -> Target:
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").lower()
            _ = parts.port
        except ValueError:
            return Target(MALFORMED, marks=frozenset(marks), url=typed)
        broken = (
            re.match(r"https?:(?!//[^/\\])", address, re.I)
            or not host
            or re.search(r"[\s<>{}|^`\"]", address.split("?")[0])
        )
        if (
            broken
            or any(_MIXED.search(label) for label in host.split("."))
            or re.match(r"(?:https?|www)$|.*\.\.|\.|.*[,;_!]", host)
        ):
            return Target(MALFORMED, marks=frozenset(marks), url=typed)
        path = parts.path or "/"
        own = bool(self.host) and parts.netloc.lower().removeprefix("www.") == self.host
        if own and (path.startswith(self.root) or path + "/" == self.root):
            return self._from_root(path, marks | {"own"})
        return Target(EXTERNAL, url=typed, marks=frozenset(marks))

    def _from_root(self, path: str, marks: set[str]) -> Target:
        if path + "/" == self.root:
            path = self.root
        if not path.startswith(self.root):
            return Target(OUTSIDE, path=path, marks=frozenset(marks))
        return self._file("", path[len(self.root) :], marks)

    def _file(self, where: str, path: str, marks: set[str]) -> Target:
        decoded = unquote(path, errors="surrogateescape")
        joined = (
            where if not decoded else posixpath.join(posixpath.dirname(where) + "/" if "/" in where else "", decoded)
        )
        clean = posixpath.normpath(joined.lstrip("/")) if joined else ""
        if clean == ".." or clean.startswith("../"):
            return Target(OUTSIDE, path=clean, marks=frozenset(marks))
        clean = "" if clean == "." else clean
        if re.search(r"%(?![0-9a-fA-F]{2})", path) and clean not in self.site.files:
            return Target(MALFORMED, path=clean, marks=frozenset(marks), url=path)
        return self._on_disk(
            clean, bool(path) and (path.endswith(("/", "/.", "/..")) or path in {".", ".."}), marks, path
        )

    def _on_disk(self, clean: str, slash: bool, marks: set[str], typed: str) -> Target:
        files = self.site.files
        if clean in files and not slash:
            return Target(FOUND, clean, marks=frozenset(marks) if marks else _NO_MARKS)
        if clean == "" or clean in self.site.folders:
            marks = marks | ({"folder"} if slash or not typed or (marks & {"root", "own"} and not clean) else {"bare"})
            if not typed and not marks & {"root", "own"}:
                marks = marks - {"folder"}
            for name in ("index.html", "index.htm"):
                inside = f"{clean}/{name}".lstrip("/")
                if inside in files:
                    return Target(FOUND, inside, marks=frozenset(marks))
            return Target(FOLDER, clean, marks=frozenset(marks))
        if slash:
            marks = marks | {"folder"}
        elif "." not in posixpath.basename(clean):
            marks = marks | {"bare"}
        return Target(MISSING, clean, marks=frozenset(marks))

    @cached_property
    def folded(self) -> dict[str, str]:
        """Files and folders by a name in which look-alikes are one."""
        return {fold(path): path for path in (*self.site.folders, *self.site.files)}

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Files by their last part."""
        names: dict[str, list[str]] = {}
        for path in self.site.files:
            names.setdefault(posixpath.basename(path), []).append(path)
        return names


def fold(name: str) -> str:
    """One spelling for letters that look alike: case, composition, apostrophes, spaces."""
    return unicodedata.normalize("NFC", name).translate(_ALIKE).casefold().replace("\u00a0", " ")


def fragments(fragment: str) -> list[str]:
    """The ids a browser tries: as typed, then percent-decoded; without a text directive."""
    plain = fragment.partition(":~:")[0]
    decoded = unquote(plain)
    return [plain] if decoded == plain else [plain, decoded]
