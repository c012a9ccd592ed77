"""A browser with the network closed, and the built site over http and from a folder.

``AHIL_SITE`` names a site that is already built, to look at it without building first.
"""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from browser.window import Windows

CHROMIUM = os.environ.get("AHIL_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

expect.set_options(timeout=20_000)  # a busy machine is no fault of the page


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    named = os.environ.get("AHIL_SITE")
    return Path(named) if named else request.getfixturevalue("built_site")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
        return

    def send_error(self, code: int, *args: object, **rest: object) -> None:
        """As the servers we tell people to use do: our own page for what is not there."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, served: str, site: Path) -> str:
    """Where a reader opened the site: on a server, or in a folder by double click."""
    return served if request.param == "http" else site.as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    held = Windows(browser)
    yield held
    for window in held.opened:
        window.page.context.close()
    assert [url for window in held.opened for url in window.outside] == []
    assert [said for window in held.opened for said in window.complaints] == []
