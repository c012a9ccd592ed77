"""Which part of a site is in which language: folders, or a root in one language and folders for the others."""

import re
from collections import Counter
from functools import cached_property
from weakref import WeakKeyDictionary

from ahil.model.site import Doc
from ahil.rules.links.codes import is_language_tag, primary, same_language, script
from ahil.rules.links.web import Web

_FOLDER = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,8})?", re.I)
_SUFFIX = re.compile(r"[._-]([a-z]{2}(?:-[a-z]{4})?)\.\w+$", re.I)
_OURS = frozenset({"uz", "ru", "en"})
_FOLDERS = {
    **dict.fromkeys(("uz-latin", "uz-lat"), "uz-Latn"),
    **dict.fromkeys(("uz-cyr", "uz-kir"), "uz-Cyrl"),
    "uz-new": "uz-Latn-x-new",
}
"""Names of folders that are no tags, and the tags they mean."""


def layout_of(web: Web) -> "Layout":
    """The layout, worked out once."""
    return _layouts.setdefault(web, Layout(web))


class Layout:
    """The languages of a site and the counterparts of its pages."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self._known: dict[str, str] = {}
        self._same: dict[tuple[str, str], bool] = {}

    @cached_property
    def folders(self) -> dict[str, str]:
        """Folder → language: a folder is one when its name is a code and its pages agree, or it is ours."""
        pages: dict[str, list[Doc]] = {}
        for _, doc in self.web.site.pages():
            head, slash, _ = doc.path.partition("/")
            if slash and _FOLDER.fullmatch(head):
                pages.setdefault(head, []).append(doc)
        return {head: self._tag(head) for head, docs in pages.items() if self._is_language(head, docs)}

    def _tag(self, head: str) -> str:
        tag = head.lower().replace("_", "-")
        return _FOLDERS.get(tag, tag)

    def _is_language(self, head: str, docs: list[Doc]) -> bool:
        if not is_language_tag(self._tag(head)):
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
        taken = any(same_language(best, lang) and script(lang) in ("", script(best)) for lang in self.folders.values())
        return "" if taken and self.folders else best

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

    def same(self, one: str, two: str) -> bool:
        """Whether two tags mean the same edition; where a language has several, each is another to its readers."""
        known = self._same.get((one, two))
        if known is None:
            apart = self._several.get(primary(one), 0) > 1
            known = self.folder_for(one) == self.folder_for(two) if apart else same_language(one, two)
            self._same[one, two] = known
        return known

    @cached_property
    def _several(self) -> Counter[str]:
        return Counter(primary(self._serves(folder)) for folder in self.languages)

    def is_neutral(self, path: str) -> bool:
        """A file whose path names no language."""
        return not self.folder_of(path) and not self._of_file(path)

    def _of_file(self, path: str) -> str:
        """``print/ru/m1.pdf`` and ``tree.ru.svg`` are Russian wherever they lie."""
        *folders, name = path.split("/")
        found = _SUFFIX.search(name)
        for part in (found[1] if found else "", *reversed(folders)):
            lang = next(
                (lang for lang in (*self.folders.values(), self.root) if lang and lang.lower() == part.lower()), ""
            )
            if lang:
                return lang
        return ""

    def counterpart(self, path: str, folder: str) -> str:
        """The same page in another language, whether it exists or not."""
        own = self.folder_of(path)
        rest = path[len(own) + 1 :] if own else path
        return f"{folder}/{rest}" if folder else rest

    def folder_for(self, tag: str) -> str | None:
        """The folder that serves a language tag."""
        exact = [folder for folder in self.languages if self._serves(folder).lower() == tag.lower()]
        if exact:
            return exact[0]
        return next((folder for folder in self.languages if same_language(self._serves(folder), tag)), None)

    def _serves(self, folder: str) -> str:
        return self.folders[folder] if folder else self.root

    def translations(self, path: str) -> dict[str, str]:
        """Folder → page, for every other language in which this page exists."""
        own = self.folder_of(path)
        found = {folder: self.counterpart(path, folder) for folder in self.languages if folder != own}
        return {folder: page for folder, page in found.items() if page in self.web.numbers}


_layouts: WeakKeyDictionary[Web, Layout] = WeakKeyDictionary()
