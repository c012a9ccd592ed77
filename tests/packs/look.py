"""Opens a pack in Chromium and prints as JSON what happened: ``look.py single FILE`` or ``look.py scorm FOLDER``.

``look.py scorm-again FOLDER`` asks a real run-time library instead of the strict one here.
"""

import json
import os
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("AHIL_CHROMIUM", "/usr/bin/chromium")
STRICT_API = """
const open = { "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/, "cmi.core.score.raw": /^\\d{1,3}$/,
  "cmi.core.score.min": /^0$/, "cmi.core.score.max": /^100$/, "cmi.core.session_time": /^\\d{4}:\\d\\d:\\d\\d$/,
  "cmi.core.exit": /^(time-out|suspend|logout|)$/, "cmi.suspend_data": /^[^]{0,4096}$/ };
let running = false;
window.faults = [];
const values = JSON.parse(sessionStorage.values ?? "{}");
const step = (fine, what) => { if (!fine) faults.push(what); return String(fine); };
window.API = {
  LMSInitialize: (no) => { const fine = no === "" && !running; running = true; return step(fine, "initialize"); },
  LMSFinish: (no) => { const fine = no === "" && running; running = false; values.finished = "yes"; sessionStorage.values = JSON.stringify(values); return step(fine, "finish"); },
  LMSCommit: (no) => { sessionStorage.values = JSON.stringify(values); return step(no === "" && running, "commit"); },
  LMSGetValue: (name) => { step(running, "get"); return values[name] ?? (name.endsWith("lesson_status") ? "not attempted" : ""); },
  LMSSetValue: (name, value) => { values[name] = value; return step(running && typeof value === "string" && Boolean(open[name]?.test(value)), `set ${name}=${value}`); },
  LMSGetLastError: () => "0", LMSGetErrorString: () => "", LMSGetDiagnostic: () => "",
};
"""
HARNESS = "<!doctype html><title>platform</title><link rel='icon' href='data:,'><script>{api}</script><iframe src='index.html' width='360' height='700'></iframe>"
RIGHT = """(form) => { for (const set of form.querySelectorAll("fieldset")) for (const input of set.querySelectorAll("input"))
  if (sha256([form.dataset.salt, set.dataset.item, input.value].join(":")) === set.dataset.digest) input.click(); }"""


def main(kind: str, place: Path) -> dict[str, Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            return single(browser, place) if kind == "single" else scorm(browser, place, real=kind == "scorm-again")
        finally:
            browser.close()


def opened(browser: Browser) -> tuple[Page, list[str], list[str]]:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True)
    page, asked, complaints = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, asked, complaints


def single(browser: Browser, place: Path) -> dict[str, Any]:
    page, asked, complaints = opened(browser)
    page.goto(place.as_uri())
    told: dict[str, Any] = {"wide": page.evaluate("document.documentElement.scrollWidth")}
    small = "[...document.querySelectorAll('nav a, button, summary, .quiz-option label')].filter((one) => one.getBoundingClientRect().height && one.getBoundingClientRect().height < 40).map((one) => one.textContent)"
    page.evaluate("document.querySelector('details').open = true")
    told["small"] = page.evaluate(small)
    told["ground"] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("form.quiz button")
    told["unanswered"] = page.inner_text(".quiz-item .quiz-verdict")
    page.eval_on_selector("form.quiz", RIGHT)
    page.click("form.quiz button")
    told["score"] = page.inner_text("form.quiz > .quiz-verdict")
    foreign = "(() => { const s = document.createElement('script'); s.textContent = 'window.foreign = 1'; document.body.append(s); return window.foreign ?? 0; })()"
    heard = len(complaints)
    told["foreign"] = page.evaluate(foreign)
    return {**told, "asked": [url for url in asked if url != place.as_uri()], "complaints": complaints[:heard]}


def scorm(browser: Browser, folder: Path, *, real: bool) -> dict[str, Any]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent’s
            return

    library = Path(__file__).with_name("scorm-again") / "scorm12.min.js"
    api = library.read_text("utf-8") + "; window.API = new Scorm12API({});" if real else STRICT_API
    (folder / "platform.html").write_text(HARNESS.replace("{api}", api), "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        return taken(browser, f"http://127.0.0.1:{server.server_port}/platform.html", real=real)
    finally:
        server.shutdown()


def taken(browser: Browser, address: str, *, real: bool) -> dict[str, Any]:
    """Begin, leave, come back, answer everything right."""
    page, _, complaints = opened(browser)
    page.goto(address)
    lesson = page.frames[1]
    lesson.wait_for_selector("form.quiz button")
    status = "window.API.LMSGetValue('cmi.core.lesson_status')"
    told: dict[str, Any] = {"begun": page.evaluate(status)}
    lesson.evaluate("document.querySelector('form.quiz input').click()")
    told["kept"] = page.evaluate("window.API.LMSGetValue('cmi.suspend_data')")
    lesson.eval_on_selector("form.quiz", RIGHT)
    lesson.click("form.quiz button")
    told["done"] = page.evaluate(status)
    told["score"] = page.evaluate("window.API.LMSGetValue('cmi.core.score.raw')")
    told["faults"] = page.evaluate("window.faults ?? []")
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_timeout(200)
    if not real:
        told["left"] = page.evaluate("JSON.parse(sessionStorage.values)")
        page.goto(address)
        page.frames[1].wait_for_selector("form.quiz input:checked")
        told["back"] = page.evaluate(status)
    return {**told, "complaints": complaints}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2])), ensure_ascii=False))
