"""What a reader waits for: requests, bytes over the wire and first paint, on three networks.

Run ``python benchmarks/first_view.py [site]``. Nothing is asserted: the tests hold bytes and requests.
"""

import gzip
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PAGES = (
    "index.html",
    "ru/index.html",
    "en/index.html",
    "modules/conflict-analysis/index.html",
    "ru/modules/conflict-analysis/index.html",
    "ru/modules/safe-response/index.html",
    "en/modules/conflict-analysis/trainer.html",
    "worksheets/w02.html",
)
NETWORKS = {"as it is": None, "400 kbps, 400 ms": (400, 400), "50 kbps, 400 ms": (50, 400)}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
TEXT = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Packed(SimpleHTTPRequestHandler):
    """Serves text packed, as every web server does."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send the file, packed where it is text."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        if kind := TEXT.get(path.suffix):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def first_view(browser: Browser, url: str, network: tuple[int, int] | None) -> tuple[int, int, float]:
    """(requests, bytes, milliseconds to the first paint) of one page in a fresh window of a telephone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    if network:
        kbps, latency = network
        limits = {
            "offline": False,
            "latency": latency,
            "downloadThroughput": kbps * 125,
            "uploadThroughput": kbps * 125,
        }
        wire.send("Network.emulateNetworkConditions", limits)
    page.goto(url, wait_until="networkidle", timeout=120_000)
    painted = float(page.evaluate(PAINT))
    context.close()
    return len(sizes), sum(sizes), painted


def main() -> None:
    """Print one line a page."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'page':42} {'requests':>8} {'KB':>6}   first paint, s: {' | '.join(NETWORKS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for path in PAGES:
            views = [
                first_view(browser, f"http://127.0.0.1:{server.server_port}/{path}", net) for net in NETWORKS.values()
            ]
            paints = " | ".join(f"{painted / 1000:.2f}" for _, _, painted in views)
            print(f"{path:42} {views[0][0]:8} {views[0][1] / 1000:6.1f}   {paints}")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
