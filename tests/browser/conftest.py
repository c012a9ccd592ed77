"""A browser with the network closed, and the built site over http and from a folder.

``AHIL_SITE`` names a site that is already built, to look at it without building first.
"""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

CHROMIUM = os.environ.get("AHIL_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


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


@dataclass
class Window:
    """One window of the browser and all it asked for and complained of."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def missed(self, request: Request) -> None:
        """A request that found nothing; one the reader left behind by going on is none."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url} {request.failure}")

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.home}/{path}")
        return self.page


class Windows:
    """Opens windows; in the end none may have asked outside or complained."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.opened: list[Window] = []

    def open(
        self, home: str, *, width: int = 1280, height: int = 800, dark: bool = False, scripts: bool = True
    ) -> Window:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
            has_touch=width < 600,
        )
        window = Window(context.new_page(), home)

        def judge(route: Route) -> None:
            url = route.request.url
            window.asked.append(url)
            if url.startswith((home, "data:")):
                route.continue_()
            else:
                window.outside.append(url)
                route.abort()

        context.route("**/*", judge)
        window.page.on("console", lambda said: window.complaints.append(said.text) if said.type == "error" else None)
        window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
        window.page.on("requestfailed", window.missed)
        self.opened.append(window)
        return window


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    held = Windows(browser)
    yield held
    for window in held.opened:
        window.page.context.close()
    assert [url for window in held.opened for url in window.outside] == []
    assert [said for window in held.opened for said in window.complaints] == []
