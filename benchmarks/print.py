"""How many PDFs a second: each on its own, one worker, two workers, from the cache. Ratios, not promises.

python benchmarks/print.py [how many papers, 24 unless told]
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ahil.model.outlet import WEB
from ahil.model.print import PrintJob
from ahil.publish.markdown_html import Typesetter
from ahil.publish.pdf import print_all
from ahil.publish.pdf_finish import finished
from ahil.publish.pdf_fit import fitted
from ahil.publish.pdf_shop import our_shop
from ahil.publish.printing import PrintRoom, print_jobs
from ahil.publish.reading import read
from ahil.publish.site import site_config

ROOT = Path(__file__).resolve().parents[1]


def papers(count: int, beside: Path) -> list[PrintJob]:
    """Every so many of the papers there are, so that each kind and language is among them."""
    config = site_config(ROOT, beside / "site", WEB)
    room = PrintRoom(read(ROOT), Typesetter(config, beside / "markdown"), "https://ahil.example.org/")
    everything = list(print_jobs(room))
    return everything[:: max(1, len(everything) // count)][:count]


def each_on_its_own(jobs: list[PrintJob]) -> None:
    """As a script would that parses fonts and styles for every document."""
    for job in jobs:
        shop = our_shop()
        sheet, _ = fitted(job, shop.interfaces[job.lang], shop.press)
        if sheet is not None:
            finished(sheet.pdf, job)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock on the wall, and of the processors, workers included."""
    wall, before = time.perf_counter(), os.times()
    work()
    return time.perf_counter() - wall, sum(os.times()[:4]) - sum(before[:4])


def main() -> None:
    """Print one line a way of working."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        jobs = papers(count, beside)

        def printing(name: str, workers: int) -> Callable[[], object]:
            return lambda: print_all(jobs, beside / "out", beside / name, workers=workers)

        alone = seconds(lambda: each_on_its_own(jobs))
        ways = {
            "each on its own": alone,
            "one worker": seconds(printing("one", 1)),
            "two workers": seconds(printing("two", 2)),
            "from the cache": seconds(printing("two", 2)),
        }
        made = print_all(jobs, beside / "out", beside / "two")
    pages, size = sum(one.pages for one in made), sum(one.size for one in made) // 1024
    print(f"{len(jobs)} PDFs, {pages} pages, {size} KB")
    for way, (wall, work) in ways.items():
        ratios = f"{alone[0] / wall:8.1f} × the speed {alone[1] / max(work, 0.01):8.1f} × less work"
        print(f"{way:16} {wall:7.2f} s {work:7.2f} CPU s {len(jobs) / wall:7.1f} PDFs a second {ratios}")


if __name__ == "__main__":
    main()
