"""Our link checker against lychee, in one run: 3,005 pages with 186,000 links.

``python benchmarks/links.py [DIR]`` prints CPU seconds of both, their ratio, and the memory ours needed at most.
Nothing is asserted: a busy machine must not fail a build.
"""

import os
import posixpath
import random
import resource
import shutil
import sys
import tempfile
from pathlib import Path

PAGES = 3005
LANGS = ("uz", "ru", "en")
NAVIGATION = 40
WORDS = {
    "uz": "mahalla ahli bilan ishlash uchun kerak boʻlgan soʻzlar va ularning izohi shu yerda turadi",
    "ru": "здесь стоят слова которые нужны для работы с жителями махалли и их объяснение",
    "en": "here are the words you need for work with the people of a makhalla and what they mean",
}


def names() -> list[str]:
    """The pages: three languages, twenty sections each."""
    pages = [f"{LANGS[n % 3]}/s{n // 3 % 20:02d}/p{n // 60:03d}.html" for n in range(PAGES - 4)]
    return ["index.html", *(f"{lang}/index.html" for lang in LANGS), *pages]


def write_site(root: Path) -> int:
    """Write the site; say how many links it has."""
    chance, pages, links = random.Random(4), names(), 0
    by_lang = {lang: [page for page in pages if page.startswith(lang)] for lang in LANGS}
    for number, page in enumerate(pages):
        text, count = one_page(page, number, by_lang, chance)
        links += count
        (root / page).parent.mkdir(parents=True, exist_ok=True)
        (root / page).write_text(text, "utf-8")
    return links


def one_page(page: str, number: int, by_lang: dict[str, list[str]], chance: random.Random) -> tuple[str, int]:
    """A page with a navigation, seven sections, and links with fragments between them."""
    folder, lang = posixpath.dirname(page), page[:2] if "/" in page else "uz"
    own = by_lang[lang]

    def link(target: str, text: str, fragment: str = "") -> str:
        return f'<a href="{posixpath.relpath(target, folder or ".")}{fragment}">{text}</a>'

    step = len(own) // NAVIGATION
    navigation = "".join(f"<li>{link(own[n * step], f'Boʻlim {n}')}</li>\n" for n in range(NAVIGATION))
    start = "".join(f"<li>{link(one, f'{one}')}</li>" for one in own) if page.endswith("index.html") else ""
    sections, count = "", NAVIGATION + start.count("<a ")
    for part in range(7):
        goals = chance.sample(own, 2 if part else 4)
        prose = ", ".join(
            link(goal, f"{goal} {part}", f"#boʻlim-{chance.randrange(7)}" if "/s" in goal else "") for goal in goals
        )
        mark = f'<a class="headerlink" href="#boʻlim-{part}" title="¶">¶</a>'
        text = " ".join(chance.choices(WORDS[lang].split(), k=60))
        sections += f'<h2 id="boʻlim-{part}">Boʻlim {part}{mark}</h2>\n<p>{text} {prose}.</p>\n'
        count += len(goals) + 1
    head = f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>Sahifa {number}</title></head>'
    main = f"<main><h1>Sahifa {number}</h1>{sections}{start}</main>"
    body = f"<body><header><nav><ul>{navigation}</ul></nav></header>\n{main}</body>"
    return f"{head}\n{body}</html>\n", count


def cpu_and_memory(command: list[str]) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a child process, as the kernel counts them."""
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, _, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Write, measure both, print."""
    beside = Path(sys.executable).parent
    lychee = shutil.which("lychee") or str(beside / "lychee")
    with tempfile.TemporaryDirectory() as made:
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        links = write_site(root) if not any(root.iterdir()) else 0
        print(f"{PAGES} pages, {links or '?'} links, load {os.getloadavg()[0]:.1f}")
        theirs, their_memory = cpu_and_memory([lychee, "--offline", "--include-fragments", "--no-progress", str(root)])
        ours, memory = cpu_and_memory([str(beside / "ahil"), "links", str(root)])
    print(f"lychee {theirs:6.2f} s {their_memory:6.0f} MB")
    print(f"ahil   {ours:6.2f} s {memory:6.0f} MB\nratio  {ours / theirs:6.2f}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
