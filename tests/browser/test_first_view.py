"""What a reader with a slow telephone waits for: bytes and requests of the first view."""

import gzip
from pathlib import Path
from urllib.parse import unquote

import pytest

from browser.window import Windows

PAGES = [
    "index.html",
    "ru/index.html",
    "en/index.html",
    "modules/conflict-analysis/index.html",
    "ru/modules/conflict-analysis/index.html",
    "en/modules/conflict-analysis/trainer.html",
    "en/worksheets/w02.html",
    "ru/safety.html",
    "ru/modules/safe-response/index.html",
]


@pytest.mark.parametrize("path", PAGES)
def test_the_first_view_is_light(windows: Windows, served: str, site: Path, path: str) -> None:
    window = windows.open(served, width=360, height=740)
    page = window.go(path)
    page.wait_for_load_state("networkidle")
    files = [unquote(url.removeprefix(f"{served}/")) for url in window.asked if not url.startswith("data:")]
    weights = {name: carried(site / name) for name in files}
    assert len(files) <= 6, weights
    assert sum(weights.values()) <= 45_000, weights
    assert not any(name.startswith(("search/", "vendor/")) for name in files)


def carried(path: Path) -> int:
    """What goes over the wire: text is packed by every server, fonts are packed already."""
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6))
