"""Who finds what people ask: our search, Material's and Pagefind, on the same pages and questions, in one run.

Run ``python benchmarks/search.py [site]`` after ``build`` (``--quick`` is enough). Pagefind comes from npm into
``.cache``; where it cannot be had, that is said. Milliseconds are time of the processor,
with the browser slowed down four times.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
HOMES = {"uz": "", "ru": "ru/", "en": "en/"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
OURS = """async ([lang, questions]) => {
  window.shelf = await ahilFind.open(ahil, lang);
  return questions.map(question => shelf.ask(question).slice(0, 5).map(one => one.page.url));
}"""
MATERIAL = """async ([script, questions]) => {
  const worker = new Worker(script), index = await (await fetch("search/search_index.json")).json();
  const ask = message => new Promise(done => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const found = [];
  for (const data of questions) {
    const answer = await ask({ type: 2, data });
    found.push((answer.data.items || []).slice(0, 5).map(page => page[0].location.split("#")[0]));
  }
  return found;
}"""
PAGEFIND = """async ([start, questions]) => {
  const pagefind = await import(start + "pagefind/pagefind.js"), found = [];
  await pagefind.init();
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    const pages = await Promise.all(results.slice(0, 5).map(one => one.data()));
    found.push(pages.map(page => page.raw_url.replace(/[?#].*/, "").replace(/\\/$/, "/index.html")));
  }
  return found;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def questions(lang: str) -> list[tuple[str, set[str]]]:
    """(question, pages that answer it)."""
    text = (ROOT / f"tests/browser/queries/{lang}.yml").read_text("utf-8")
    return [(str(words), set(pages.split())) for words, pages in yaml.safe_load(text)]


def codes(site: Path) -> dict[str, str]:
    """Address of a module, without folder of language → its number."""
    data = json.loads((site / "search/en-names.js").read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    return {one["url"].removeprefix("en/"): one["title"][:3] for one in data["pages"]}


def hits(lang: str, answers: list[list[str]], known: dict[str, str]) -> float:
    """The share of questions that are answered among the first five, in percent."""
    right = 0
    for (_, wanted), urls in zip(questions(lang), answers, strict=True):
        paths = [url.lstrip("/").removeprefix(HOMES[lang]) for url in urls]
        names = {known.get(path, "") for path in paths} | {path.removesuffix(".html") for path in paths}
        right += bool(names & wanted)
    return 100 * right / len(answers)


def weigh(site: Path) -> None:
    """Bytes of the index over the wire."""
    print("index, KB packed (for learners | added for trainers)")
    for lang in HOMES:
        sizes = [
            sum(len(gzip.compress((site / f"search/{lang}{who}{part}.js").read_bytes(), 6)) for part in ("", "-names"))
            for who in ("", "-trainer")
        ]
        print(f"  {lang}   {sizes[0] / 1000:6.1f} | {sizes[1] / 1000:5.1f}")


def ours(page: Page, start: str, lang: str) -> list[list[str]]:
    """Answers of the box, and how long they took."""
    page.goto(f"{start}{HOMES[lang]}index.html")
    page.locator("[data-search]").click()
    page.locator(".search-only").wait_for()
    asked = [words for words, _ in questions(lang)]
    wire = page.context.new_cdp_session(page)
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def spent(work: Callable[[], Any]) -> tuple[float, Any]:
        def clock() -> float:
            metrics = wire.send("Performance.getMetrics")["metrics"]
            return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration")) * 1000

        before = clock()
        answer = work()
        return clock() - before, answer

    opened, answers = spent(lambda: page.evaluate(OURS, [lang, []]))
    times = sorted(spent(partial(page.evaluate, "words => { shelf.ask(words) }", words))[0] for words in asked)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    answers = page.evaluate(OURS, [lang, asked])
    shown = (times[len(times) // 2], times[len(times) * 95 // 100], times[-1])
    print(f"  {lang}   {opened:6.0f} | " + " | ".join(f"{one:5.1f}" for one in shown))
    return list(answers)


def with_material(folder: Path, lang: str) -> str:
    """The staged pages of one language as Material builds them by itself; says where its worker is."""
    pages = folder / f"docs-{lang}"
    shutil.copytree(ROOT / "build/docs" / lang, pages, ignore=shutil.ignore_patterns("trainer.md"))
    for path in pages.rglob("*.md"):  # our front matter is none of its business
        path.write_text(re.sub(r"^ahil: .*\n", "", path.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=_Loose)
    config = {
        "site_name": "peer",
        "docs_dir": str(pages),
        "site_dir": str(folder / f"material-{lang}"),
        "use_directory_urls": False,
        "theme": {"name": "material", "language": lang, "font": False},
        "plugins": ["search"],
        "markdown_extensions": ours["markdown_extensions"],
    }
    (folder / f"{lang}.yml").write_text(yaml.safe_dump(config), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / f"{lang}.yml")]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    (worker,) = (folder / f"material-{lang}/assets/javascripts/workers").glob("search.*.min.js")
    return f"assets/javascripts/workers/{worker.name}"


class _Loose(yaml.SafeLoader):
    """Reads ``!ENV`` as nothing."""


_Loose.add_constructor("!ENV", lambda *_: None)


def pagefind() -> Path | None:
    """The program, from npm; None where there is no npm or no net."""
    home = ROOT / ".cache/peers"
    program = home / "node_modules/.bin/pagefind"
    if not program.exists() and shutil.which("npm"):
        home.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(home), "pagefind@1"], check=False, capture_output=True)
    return program if program.exists() else None


def with_pagefind(program: Path, site: Path, folder: Path, lang: str) -> None:
    """The learners' pages of one language with the index Pagefind makes of their text."""
    source = site / HOMES[lang]
    others = {"ru", "en", "uz-cyrl", "uz-new", "print"} if lang == "uz" else set()
    for path in source.rglob("*.html"):
        inside = path.relative_to(source)
        if inside.name not in ("trainer.html", "404.html", "exit.html") and inside.parts[0] not in others:
            target = folder / f"pagefind-{lang}" / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    command = [str(program), "--site", str(folder / f"pagefind-{lang}"), "--root-selector", "#ahil-content"]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Print sizes, times and shares."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()
    known = codes(site)
    weigh(site)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "ours").symlink_to(site)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        start = f"http://127.0.0.1:{server.server_port}"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        print("milliseconds, slowed down four times (making the index ready | a question: median | 95 % | longest)")
        shares = {}
        for lang in HOMES:
            shares[lang] = [hits(lang, ours(browser.new_page(), f"{start}/ours/", lang), known)]
        program = pagefind()
        for lang in HOMES:
            asked = [words for words, _ in questions(lang)]
            page = browser.new_page()
            worker = with_material(folder, lang)
            page.goto(f"{start}/material-{lang}/index.html")
            shares[lang].append(hits(lang, page.evaluate(MATERIAL, [worker, asked]), known))
            if program:
                with_pagefind(program, site, folder, lang)
                page.goto(f"{start}/pagefind-{lang}/index.html")
                found = page.evaluate(PAGEFIND, [f"{start}/pagefind-{lang}/", asked])
                shares[lang].append(hits(lang, found, known))
            page.close()
        peer = "Pagefind" if program else "Pagefind could not be installed"
        print(f"answered among the first five, % (questions | ours | Material | {peer})")
        for lang, row in shares.items():
            print(f"  {lang}   {len(questions(lang))} | " + " | ".join(f"{share:5.1f}" for share in row))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
