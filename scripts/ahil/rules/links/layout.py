"""Which part of a site is in which language: folders, or a root in one language and folders for the others."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ahil.model.site import Doc
from ahil.rules.links.codes import is_language_tag, primary, same_language, script
from ahil.rules.links.web import Web

_FOLDER = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,8})?", re.I)
_SUFFIX = re.compile(r"[._-]([a-z]{2}(?:-[a-z]{3,4})?)\.\w+$", re.I)
_ALIASES = {
    "uz-new": "uz-Latn-x-new",
    "uz-latin": "uz-Latn",
    "uz-lat": "uz-Latn",
    "uz-cyr": "uz-Cyrl",
    "uz-kir": "uz-Cyrl",
}
_OURS = frozenset({"uz", "ru", "en"})


@lru_cache(maxsize=2)
def layout_of(web: Web) -> "Layout":
    """The layout, worked out once."""
    return Layout(web)


class Layout:
    """The languages of a site and the counterparts of its pages."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self._known: dict[str, str] = {}
        self._serving: dict[str, str | None] = {}

    @cached_property
    def folders(self) -> dict[str, str]:
        """Folder → language: a folder is one when its name is a code and its pages agree, or it is ours."""
        pages: dict[str, list[Doc]] = {}
        for _, doc in self.web.site.pages():
            head, slash, _ = doc.path.partition("/")
            if slash and _FOLDER.fullmatch(head):
                pages.setdefault(head, []).append(doc)
        return {head: self._tag(head, docs) for head, docs in pages.items() if self._is_language(head, docs)}

    def _tag(self, head: str, docs: list[Doc]) -> str:
        """What the name says, or what most pages say more exactly: ``en-GB`` in ``en``."""
        tag = _named(head)
        said, times = Counter(doc.lang or "" for doc in docs).most_common(1)[0]
        agrees = 2 * times > len(docs) and len(said) > len(tag) and is_language_tag(said)
        return said if agrees and same_language(said, tag) else tag

    def _is_language(self, head: str, docs: list[Doc]) -> bool:
        if not is_language_tag(_named(head)):
            return False
        agree = sum(1 for doc in docs if doc.lang and primary(doc.lang) == primary(head))
        return primary(head) in _OURS or 2 * agree >= len(docs)

    @cached_property
    def root(self) -> str:
        """The language of the pages outside the language folders; nothing when they are only an entrance."""
        said = Counter(
            doc.lang
            for _, doc in self.web.site.pages()
            if doc.lang and not doc.refreshes and self.folder_of(doc.path) == ""
        )
        index = self.web.doc("index.html")
        if index and index.lang and not index.refreshes:
            said[index.lang] += 1
        if not said:
            return ""
        best = said.most_common(1)[0][0]
        return (
            "" if any(self._takes(folder, lang, best, said.total()) for folder, lang in self.folders.items()) else best
        )

    def _takes(self, folder: str, lang: str, root: str, pages: int) -> bool:
        """Whether a folder has the language of the root; another alphabet of it has not, beside a root with pages."""
        if not same_language(root, lang):
            return False
        own = sum(1 for _, doc in self.web.site.pages() if doc.path.startswith(folder + "/"))
        return script(root) == script(lang) or 2 * pages < own

    @cached_property
    def many(self) -> bool:
        """Whether there is more than one language."""
        return len(self.folders) + bool(self.root) > 1 or (len(self.folders) == 1 and bool(self.root))

    @property
    def languages(self) -> list[str]:
        """The folders that are languages, with ``""`` for a root that is one."""
        return [*([""] if self.root else []), *self.folders]

    def folder_of(self, path: str) -> str:
        """The language folder of a path, ``""`` for the root."""
        head, slash, _ = path.partition("/")
        return head if slash and head in self.folders else ""

    def language_of(self, path: str) -> str:
        """The language a path promises; nothing for an entrance."""
        known = self._known.get(path)
        if known is None:
            folder = self.folder_of(path)
            own = self.folders[folder] if folder else self.root
            known = self._known[path] = own if path.endswith((".html", ".htm")) else self._of_file(path) or own
        return known

    def is_neutral(self, path: str) -> bool:
        """A file whose path names no language."""
        return not self.folder_of(path) and not self._of_file(path)

    def _of_file(self, path: str) -> str:
        """``print/ru/m1.pdf`` and ``tree.ru.svg`` are Russian wherever they lie."""
        return self._codes.get(self.code_in(path).lower(), "")

    def code_in(self, path: str) -> str:
        """The part of a path that names a language of the site, as it is written."""
        *folders, name = path.split("/")
        found = _SUFFIX.search(name)
        parts = (found[1] if found else "", *reversed(folders))
        return next((part for part in parts if part.lower() in self._codes), "")

    @cached_property
    def _codes(self) -> dict[str, str]:
        """What may stand in a path for a language → the language."""
        root = {primary(self.root): self.root, self.root.lower(): self.root} if self.root else {}
        named = {name.lower(): lang for folder, lang in self.folders.items() for name in (lang, folder)}
        return root | named

    def in_language(self, path: str, lang: str) -> Iterator[str]:
        """How the path of a file that names its language would be in another one."""
        code = self.code_in(path)
        for name, named in self._codes.items():
            if code and named == lang:
                yield re.sub(rf"(?<![a-z]){re.escape(code)}(?![a-z])", name, path, flags=re.I)

    def counterpart(self, path: str, folder: str) -> str:
        """The same page in another language, whether it exists or not."""
        own = self.folder_of(path)
        rest = path[len(own) + 1 :] if own else path
        return f"{folder}/{rest}" if folder else rest

    def folder_for(self, tag: str) -> str | None:
        """The folder that serves a language tag."""
        if tag not in self._serving:
            self._serving[tag] = self._best(tag)
        return self._serving[tag]

    def _best(self, tag: str) -> str | None:
        """The one that says exactly this; else the one in its script; a private variant only when asked for."""
        known = [(self._serves(folder), folder) for folder in self.languages]
        exact = [folder for lang, folder in known if lang.lower() == tag.lower()]
        near = [
            (("-x-" in lang, script(lang) != script(tag), len(lang)), folder)
            for lang, folder in known
            if same_language(lang, tag)
        ]
        return exact[0] if exact else min(near, key=lambda one: one[0])[1] if near else None

    def same(self, one: str, two: str) -> bool:
        """Whether two tags mean the same pages: ``uz`` and ``uz-Cyrl`` do not where each has a folder."""
        first, second = self.folder_for(one), self.folder_for(two)
        return same_language(one, two) if first is None or second is None else first == second

    def _serves(self, folder: str) -> str:
        return self.folders[folder] if folder else self.root

    def translations(self, path: str) -> dict[str, str]:
        """Folder → page, for every other language in which this page exists."""
        own = self.folder_of(path)
        found = {folder: self.counterpart(path, folder) for folder in self.languages if folder != own}
        return {folder: page for folder, page in found.items() if page in self.web.numbers}


def _named(head: str) -> str:
    """The language tag that a folder's name stands for."""
    tag = head.lower().replace("_", "-")
    return _ALIASES.get(tag, tag)
