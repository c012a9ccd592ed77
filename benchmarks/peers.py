"""Our papers against three MkDocs plugins that make PDFs, from the same modules: learners' editions in three languages.

python benchmarks/peers.py [how many modules, 4 unless told]

The peers are installed into a virtual environment that is thrown away; where there is no connection, that is said and
only ours is measured. Load falsifies wall time: compare pages per CPU second. ``AHIL_PEERS`` may name an environment
that has them already.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf

from ahil.model.lang import Lang
from ahil.model.outlet import WEB
from ahil.model.print import PrintEdition, PrintKind
from ahil.publish.markdown_html import Typesetter
from ahil.publish.pdf import print_all
from ahil.publish.printing import PrintRoom, print_jobs
from ahil.publish.reading import read
from ahil.publish.site import site_config
from ahil.render.marks import Setting
from ahil.render.module_page import Medium, module_body

ROOT = Path(__file__).resolve().parents[1]
PEERS = {
    "mkdocs-with-pdf": "with-pdf: {output_path: all.pdf, verbose: false}",
    "mkdocs-to-pdf": "to-pdf: {output_path: all.pdf}",
    "mkdocs-exporter": "exporter: {formats: {pdf: {enabled: true, concurrency: 2}}}",
}
PINS = ["mkdocs==1.6.1", "mkdocs-material==9.8.1", "weasyprint==70.0", "setuptools<81", *PEERS]
SITE = """
site_name: Peers
site_url: https://peers.example/
docs_dir: {docs}
site_dir: {site}
theme: {{name: material}}
use_directory_urls: false
plugins:
  - {plugin}
markdown_extensions: [attr_list, def_list, md_in_html, tables, pymdownx.tasklist, pymdownx.blocks.admonition: {{types: [
  say, draw, activity, cards, safety, discuss, case, key, note]}}]
"""
_WORD = re.compile(r"[^\W\d_]{3,}")


def main() -> None:
    """Print a line for each way, and what its PDFs lack."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        room = PrintRoom(read(ROOT), Typesetter(site_config(ROOT, work / "no", WEB), work / "memory"), "")
        slugs = list(room.curriculum.modules)[:count]
        lay_docs(room, slugs, work / "docs")
        jobs = [job for job in print_jobs(room) if job.kind is PrintKind.MODULE and job.edition is PrintEdition.LEARNER]
        codes = {room.curriculum.modules[slug].facts.id for slug in slugs}
        jobs = [job for job in jobs if job.code in codes]
        words = words_in(" ".join(re.sub(r"<[^>]+>", " ", job.body_html) for job in jobs))
        print(f"{len(jobs)} modules and languages, {sum(words.values())} words")
        used = measured(lambda: print_all(jobs, work / "ours", work / "cache"))
        tell("ours", used, sorted((work / "ours").rglob("*.pdf")), words)
        programs = environment(work / "venv")
        if programs is None:
            print("the peers could not be installed here: no connection; nothing to compare with")
            return
        browser = lent_browser(programs, work / "browsers")
        for name, plugin in PEERS.items():
            if name == "mkdocs-exporter" and not browser:
                print(f"{name:16} could not run: it needs Playwright’s own browser, and ours could not be lent to it")
                continue
            run_peer(name, plugin, programs, work, words, browser)


def lay_docs(room: PrintRoom, slugs: Iterable[str], docs: Path) -> None:
    """The same text as plain Markdown with its drawings."""
    for lang in Lang:
        for slug in slugs:
            module = room.curriculum.modules[slug]
            prose = module.words.get(lang)
            if prose is None:
                continue
            place = docs / lang / f"{module.code}.md"
            setting = Setting(room.curriculum, room.reading.interfaces[lang], f"modules/{slug}/index.md")
            place.parent.mkdir(parents=True, exist_ok=True)
            body = re.sub(r"\]\((?!http|figures/)[^)]*\)", "](#)", module_body(module, prose, setting, Medium.paper))
            place.write_text(f"# {prose.front.title}\n\n{body}\n", "utf-8")
            for src, svg in room.figures(f"modules/{slug}/", lang).items():
                (docs / lang / src).parent.mkdir(parents=True, exist_ok=True)
                (docs / lang / src).write_text(svg, "utf-8")
    (docs / "index.md").write_text("# Peers\n", "utf-8")


def environment(place: Path) -> Path | None:
    """Where the peers' programs are, or None."""
    if named := os.environ.get("AHIL_PEERS"):
        return Path(named)
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", *PINS]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    return place / "bin" if done.returncode == 0 else None


def lent_browser(programs: Path, place: Path) -> dict[str, str] | None:
    """Debian's Chromium under the names Playwright looks for, or None."""
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        return None
    env = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(place)}
    ask = (
        "from playwright.sync_api import sync_playwright as s\nwith s() as p:\n"
        " try: p.chromium.launch(args=['--no-sandbox']).close(); print('ready')\n except Exception as e: print(e)"
    )
    for _ in range(2):
        said = subprocess.run([programs / "python", "-c", ask], env=env, capture_output=True, text=True, check=False)
        if "ready" in said.stdout:
            return env
        if wanted := re.search(r"xecutable doesn't exist at (\S+)", said.stdout):
            script = Path(wanted[1])
            script.parent.mkdir(parents=True, exist_ok=True)
            script.write_text(f'#!/bin/sh\nexec {chromium} --no-sandbox "$@"\n')
            script.chmod(0o755)
    return None


def run_peer(
    name: str, plugin: str, programs: Path, work: Path, words: Counter[str], env: dict[str, str] | None
) -> None:
    """One build of the site with one plugin."""
    site = work / name
    config = work / f"{name}.yml"
    config.write_text(SITE.format(docs=work / "docs", site=site, plugin=plugin), "utf-8")
    command = [str(programs / "python"), "-m", "mkdocs", "build", "-q", "-f", str(config)]
    said: list[subprocess.CompletedProcess[str]] = []

    def build() -> None:
        said.append(subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=900))

    used = measured(build)
    made = sorted(site.rglob("*.pdf"))
    if not made:
        lines = (said[0].stderr or said[0].stdout).strip().splitlines() or ["it made no PDF and said nothing"]
        print(f"{name:16} exit {said[0].returncode}, no PDF: {lines[-1][:160]}")
        return
    tell(name, used, made, words)


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds, children included."""

    def spent() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    wall, cpu = time.perf_counter(), spent()
    work()
    return time.perf_counter() - wall, spent() - cpu


def words_in(text: str) -> Counter[str]:
    """Words of three letters and more; where a line breaks one, its halves are joined."""
    return Counter(word.casefold() for word in _WORD.findall(re.sub(r"-\s*\n\s*|[-\u00ad]", "", text)))


def tell(name: str, used: tuple[float, float], files: list[Path], words: Counter[str]) -> None:
    """A line of figures: pages per CPU second, kilobytes a page, and for how many files each promise is kept."""
    pages = tagged = spoken = marks = 0
    found: Counter[str] = Counter()
    for path in files:
        with pikepdf.open(path) as pdf:
            pages += len(pdf.pages)
            tagged += "/StructTreeRoot" in pdf.Root
            spoken += "/Lang" in pdf.Root
            with pdf.open_outline() as outline:
                marks += bool(outline.root)
        text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
        found += words_in(text)
    lost = sum((words - found).values()) / max(1, sum(words.values()))
    size = sum(path.stat().st_size for path in files) / 1024
    of = f"of {len(files)}"
    told = f"{len(files)} PDFs, {pages} pages, {pages / used[1]:.1f} pages a CPU s, {size / pages:.1f} KB a page"
    kept = f"tagged {tagged} {of}, language {spoken} {of}, bookmarks {marks} {of}, words lost {lost:.1%}"
    print(f"{name:16} {used[0]:6.1f} s {used[1]:6.1f} CPU s  {told}, {kept}")


if __name__ == "__main__":
    main()
