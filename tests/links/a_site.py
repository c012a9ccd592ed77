"""A clean site in three languages, into which the cases plant one thing each."""

import re
import struct
import zlib
from functools import cache
from io import BytesIO

import pikepdf

SITE_URL = "https://ahil.example.uz/"
LANGS = ("uz", "ru", "en")
FOUR = ("uz", "uz-cyrl", "ru", "en")
"""With Uzbek in a second alphabet."""
TAGS = {"uz-cyrl": "uz-Cyrl"}
NAMES = {"uz": "Oʻzbekcha", "uz-cyrl": "Ўзбекча", "ru": "Русский", "en": "English"}
TITLES = {
    "index": {"uz": "Bosh sahifa", "uz-cyrl": "Бош саҳифа", "ru": "Главная", "en": "Home"},
    "about": {"uz": "Loyiha haqida", "uz-cyrl": "Лойиҳа ҳақида", "ru": "О проекте", "en": "About the project"},
    "modules/m1": {
        "uz": "Nizo tahlili",
        "uz-cyrl": "Низо таҳлили",
        "ru": "Анализ конфликта",
        "en": "Conflict analysis",
    },
    "modules/m2": {"uz": "Muloqot", "uz-cyrl": "Мулоқот", "ru": "Диалог", "en": "Dialogue"},
}
TEXTS = {
    "uz": "Bu sahifa mahalla ahli bilan ishlash uchun kerak. Siz har bir qadam bilan tanishasiz.",
    "uz-cyrl": "Бу саҳифа маҳалла аҳли билан ишлаш учун керак. Сиз ҳар бир қадам билан танишасиз.",
    "ru": "Эта страница нужна для работы с жителями махалли. Вы познакомитесь с каждым шагом.",
    "en": "This page is for work with the people of the makhalla. You will meet each step here.",
}
PAGE_UNDER_TEST = "uz/modules/m1.html"


def a_clean_site(offline: bool = False, langs: tuple[str, ...] = LANGS) -> dict[str, bytes]:
    """Path → content of every file."""
    files: dict[str, bytes] = {
        "index.html": b'<!doctype html><html lang="uz"><head><meta charset="utf-8"><title>Ahil</title>'
        b'<meta http-equiv="refresh" content="0; url=uz/index.html"></head><body>'
        b'<a href="uz/index.html">Ahil</a></body></html>',
        "img/tree.png": png(),
        "img/tree.jpg": b"\xff\xd8\xff\xe0" + b"0" * 60 + b"\xff\xd9",
        "img/icons.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><symbol id="leaf"><path d="M0 0"/></symbol></svg>',
        "css/site.css": b'@import "print.css";\n/* url(lost.png) */\nbody { background: url("../img/tree.png") }\n',
        "css/print.css": b"p { margin: 0 }\n",
        "js/site.js": b"var ahil = 1;\n",
        "print/m1.pdf": a_pdf(3, ["steps"]),
        "media/film.mp4": b"\x00\x00\x00\x18ftypmp42" + b"0" * 40,
        "media/film.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nx\n",
    }
    for lang in langs:
        for name in TITLES:
            files[f"{lang}/{name}.html"] = page(lang, name, langs).encode()
    return files | listings(files, offline)


def page(lang: str, name: str, langs: tuple[str, ...] = LANGS) -> str:
    """One page with all that a good page has."""
    up = "../" * (name.count("/") + 1)
    alternates = "\n".join(
        f'<link rel="alternate" hreflang="{code}" href="{up}{folder}/{name}.html">'
        for code, folder in [*((TAGS.get(one, one), one) for one in langs), ("x-default", "uz")]
    )
    switch = "".join(
        f'<li><a href="{up}{one}/{name}.html" hreflang="{TAGS.get(one, one)}" lang="{TAGS.get(one, one)}">'
        f"{NAMES[one]}</a></li>"
        for one in langs
    )
    nav = "".join(f'<li><a href="{up}{lang}/{other}.html">{titles[lang]}</a></li>' for other, titles in TITLES.items())
    return f"""<!doctype html>
<html lang="{TAGS.get(lang, lang)}">
<head>
<meta charset="utf-8">
<title>{TITLES[name][lang]}</title>
<link rel="canonical" href="{SITE_URL}{lang}/{name}.html">
{alternates}
<link rel="stylesheet" href="{up}css/site.css">
<script src="{up}js/site.js"></script>
</head>
<body>
<header><ul class="language-switch">{switch}</ul></header>
<nav><ul>{nav}</ul></nav>
<main>
<h1 id="top-of-page">{TITLES[name][lang]}</h1>
<p>{TEXTS[lang]}</p>
<h2 id="steps">1</h2>
<h2 id="oʻquv">2</h2>
<h2 id="раздел-1">3</h2>
<img src="{up}img/tree.png" alt="{TITLES["modules/m1"][lang]}">
</main>
</body>
</html>
"""


def listings(files: dict[str, bytes], offline: bool) -> dict[str, bytes]:
    """A sitemap and a search index of the pages."""
    pages = [path for path in files if path.endswith(".html") and path != "index.html"]
    entries = "".join(f"<url><loc>{SITE_URL}{path}</loc></url>\n" for path in pages)
    hits = ", ".join(f'{{"location": "{path}#steps", "title": "x"}}' for path in pages)
    found = {"search/search_index.json": f'{{"docs": [{hits}]}}'.encode()}
    if not offline:
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        found["sitemap.xml"] = f"{head}{entries}</urlset>\n".encode()
    return found


@cache
def png() -> bytes:
    """One point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")


def a_pdf(pages: int, names: list[str], links: list[dict[str, str]] | None = None) -> bytes:
    """A PDF with named destinations and links: ``{uri: …}``, ``{name: …}``, ``{file: …}``, ``{page: lost}``."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    first = pdf.pages[0].obj
    entries = [item for name in names for item in (pikepdf.String(name), pikepdf.Array([first, pikepdf.Name.Fit]))]
    pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(entries)))
    notes = [_note(pdf, link) for link in links or ()]
    first.Annots = pikepdf.Array(notes)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def _note(pdf: pikepdf.Pdf, link: dict[str, str]) -> pikepdf.Object:
    kind, value = next(iter(link.items()))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    if kind == "uri":
        note.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(value))
    elif kind == "file":
        note.A = pikepdf.Dictionary(
            S=pikepdf.Name.GoToR, F=pikepdf.String(value), D=pikepdf.Array([0, pikepdf.Name.Fit])
        )
    elif kind == "name":
        note.Dest = pikepdf.String(value)
    else:
        lost = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page))
        note.Dest = pikepdf.Array([lost, pikepdf.Name.Fit])
    return pdf.make_indirect(note)


def content(value: object) -> bytes:
    """What a case writes for a file: text, or one of a few kinds of bytes."""
    if isinstance(value, dict) and "pdf" in value:
        return a_pdf(value["pdf"], value.get("names", []), value.get("links"))
    if isinstance(value, dict) and "latin1" in value:
        return str(value["latin1"]).encode("cp1251")
    if value == "PNG":
        return png()
    if value == "PNG CUT":
        return png()[:-12]
    return str(value).encode()


def planted(case: dict[str, object]) -> dict[str, bytes]:
    """The clean site with what the case adds."""
    files = a_clean_site(bool(case.get("offline")), FOUR if case.get("alphabets") else LANGS)
    where = str(case.get("page", PAGE_UNDER_TEST))
    text = files[where].decode()
    text = text.replace("</main>", f"{case.get('body', '')}\n</main>")
    text = text.replace("</body>", f"{case.get('foot', '')}\n</body>")
    text = text.replace("</head>", f"{case.get('head', '')}\n</head>")
    for old, new in dict(case.get("swap", {})).items():  # type: ignore[call-overload]
        assert old in text, f"{old!r} is not in {where}"
        text = text.replace(old, new)
    files[where] = text.encode()
    for path, value in dict(case.get("files", {})).items():  # type: ignore[call-overload]
        if value is None:
            files.pop(path)
        else:
            files[path] = content(value)
    for path, swaps in dict(case.get("in", {})).items():  # type: ignore[call-overload]
        text = files[path].decode()
        for old, new in swaps.items():
            assert old in text, f"{old!r} is not in {path}"
            text = text.replace(old, new)
        files[path] = text.encode()
    return {path: re.sub(rb"\{SITE\}", SITE_URL.encode(), data) for path, data in files.items()}
