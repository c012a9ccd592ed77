"""Our site build against stock MkDocs + Material + static-i18n + search on the same staged tree.

Prints, for 60, 300 and 1,500 pages: CPU and wall seconds, peak memory, and our share of the stock's, all in one run.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (60, 300, 1500)
LANGS = ("uz", "ru", "en")
STOCK = """
site_name: Stock
site_url: https://stock.example/
docs_dir: {docs}
theme: {{name: material, language: uz}}
use_directory_urls: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: uz, default: true, build: true, name: Oʻzbekcha}}
        - {{locale: ru, build: true, name: Русский}}
        - {{locale: en, build: true, name: English}}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables, admonition, pymdownx.details,
  pymdownx.blocks.admonition, pymdownx.tasklist]
"""


@dataclass(frozen=True)
class Used:
    """What one run took: seconds and megabytes."""

    cpu: float
    wall: float
    memory: float


def lay_out(root: Path, pages: int) -> None:
    """A tree of ours with so many pages, a third in each language, each like a real page."""
    sample = {lang: (ROOT / f"docs/{lang}/working-groups.md").read_text("utf-8").split("---\n", 2)[2] for lang in LANGS}
    facts = []
    for number in range(pages // 3):
        name = f"page-{number:04}" if number else "index"
        facts.append(f"- {{id: {name}, group: {'start' if number == 0 else 'learn'}, review_by: 2027-05-01}}")
        for lang in LANGS:
            path = root / "docs" / lang / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\ntitle: Page {number}\nsummary: One of many.\n---\n{plain(sample[lang])}", "utf-8")
    (root / "data").mkdir()
    (root / "data/pages.yml").write_text("\n".join(facts) + "\n")
    (root / "theme").symlink_to(ROOT / "theme")
    (root / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")


def plain(text: str) -> str:
    """The text without marks and links, which would lead out of a generated tree."""
    import re

    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\{\{[^}]*\}\}", "…", text)


def run(command: list[str], cwd: Path) -> Used:
    """Run to the end; children's own counters, so nothing of ours is in the figures."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    program = (
        "import resource as r, subprocess as s, sys; c = s.call(sys.argv[1:], stdout=s.DEVNULL, stderr=s.DEVNULL); "
        "print(r.getrusage(r.RUSAGE_CHILDREN).ru_maxrss); sys.exit(c)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command], cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    wall = time.perf_counter() - start
    if done.returncode not in {0, 3}:
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Used(cpu, wall, int(done.stdout) / 1024)


def compare(pages: int) -> None:
    """One line a builder and one with our share."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "tree"
        root.mkdir()
        lay_out(root, pages)
        ours = run([sys.executable, "-m", "ahil", "build", "--quick"], root)
        stock_root = Path(folder) / "stock"
        shutil.copytree(root / "build/docs", stock_root / "docs")
        (stock_root / "mkdocs.yml").write_text(STOCK.format(docs="docs"), "utf-8")
        stock = run([sys.executable, "-m", "mkdocs", "build", "-q"], stock_root)
    for name, used in (("stock", stock), ("ours", ours)):
        print(f"{pages:5} pages  {name:6} {used.cpu:7.2f} s CPU {used.wall:7.2f} s wall {used.memory:6.0f} MB")
    shares = ours.cpu / stock.cpu, ours.wall / stock.wall, ours.memory / stock.memory
    print(f"{pages:5} pages  ratio  {shares[0]:7.2f}       {shares[1]:7.2f}        {shares[2]:6.2f}")


if __name__ == "__main__":
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        compare(size)
