"""Links to the rest of the internet: asked rarely, judged slowly, never part of a build."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import yaml

from ahil.model.site import Flaw
from ahil.model.spot import Fault, Spot
from ahil.publish.link_places import Places
from ahil.publish.site_reader import read_site
from ahil.rules.links.address import EXTERNAL
from ahil.rules.links.web import Web

_WINDOW = timedelta(days=7)
_TIMES = 3
_KEPT = "%/:;=&?@+,$!~*'()-._[]"
CODES = frozenset({"LK501", "LK502", "LK503", "LK504"})
Asked = Mapping[str, str]
"""Address → the reason it failed, or nothing when it answered."""


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one address: when it last answered, and the days it has failed since."""

    good: date | None = None
    failed: tuple[date, ...] = ()
    reason: str = ""

    def after(self, today: date, reason: str) -> "History":
        """The history with today's answer."""
        if not reason:
            return History(good=today)
        return replace(self, failed=tuple(sorted({*self.failed, today})), reason=reason)

    def is_dead(self, today: date) -> bool:
        """Three failures in seven days, or failures for more than seven days without one answer."""
        recent = [day for day in self.failed if today - day < _WINDOW]
        return len(recent) >= _TIMES or (len(self.failed) >= _TIMES and today - self.failed[0] >= _WINDOW)


def addresses(root: Path) -> dict[str, Spot]:
    """Every external address of a site, with the first place that has it."""
    site = read_site(root, site_url=None, offline=False)
    web, places = Web(site), Places(root, site)
    found: dict[str, Spot] = {}
    for use in web.uses("link", "cite", "pdf", "frame", "image", "script", "style", "media"):
        url = use.target.url.partition("#")[0]
        if use.target.kind == EXTERNAL and url.startswith("http") and url not in found:
            found[url] = places.spot(Flaw("", use.docs[0], use.ref))
    return found


def ask_lychee(urls: Iterable[str]) -> Asked:
    """Let lychee ask all of them, one a line; a redirect that ends well is an answer."""
    program = shutil.which("lychee") or str(Path(sys.executable).with_name("lychee"))
    command = [program, "--format", "json", "--no-progress", "--max-retries", "3", "--timeout", "30", "-"]
    asked = list(urls)
    lines = "\n".join(map(in_ascii, asked))
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    return read_answer(json.loads(done.stdout), asked)


def in_ascii(url: str) -> str:
    """The address as it travels, so that lychee sees where it ends."""
    try:
        parts = urlsplit(url)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        return urlunsplit(parts._replace(netloc=host, path=quote(parts.path, _KEPT), query=quote(parts.query, _KEPT)))
    except ValueError:
        return url


def read_answer(answer: Mapping[str, Any], urls: Iterable[str]) -> Asked:
    """Lychee's JSON as reasons; it spells addresses its own way, so the line tells which one is meant."""
    asked = list(urls)
    failed: dict[str, str] = {}
    for group in ("error_map", "fail_map", "timeout_map"):
        for entries in (answer.get(group) or {}).values():
            for entry in entries:
                status = entry.get("status") or {}
                reason = str(status.get("details") or status.get("text") or status.get("code") or "?")
                failed[_asked_as(entry, asked)] = reason
    return {url: failed.get(url, "") for url in asked}


def _asked_as(entry: Mapping[str, Any], asked: Sequence[str]) -> str:
    line = (entry.get("span") or {}).get("line") or 0
    if 0 < line <= len(asked):
        return asked[line - 1]
    return next((url for url in asked if in_ascii(url).rstrip("/") == entry["url"].rstrip("/")), entry["url"])


def judge(
    found: Mapping[str, Spot],
    ask: Callable[[Iterable[str]], Asked],
    state: Path,
    allow: Path | None,
    today: date,
) -> list[Fault]:
    """Ask, remember in ``state``, and say what has been dead for long enough.

    LK501: an address has failed three times in seven days, or for longer without one answer; put a new address
    or the archive copy in its place. LK502: it failed today, which may pass. LK503: an address is excused without
    a reason; write one. LK504: an excused address is on no page any more; remove the line.
    """
    allowed = _allowed(allow)
    faults = list(_allow_list_faults(allowed, found, allow))
    wanted = [url for url in sorted(found) if not any(fnmatchcase(url, pattern) for pattern in allowed)]
    known = {url: history for url, history in _read_state(state).items() if url in found}
    for url, reason in (ask(wanted) if wanted else {}).items():
        known[url] = known.get(url, History()).after(today, reason)
        if reason:
            faults.append(_fault(url, known[url], found[url], today))
    _write_state(state, known)
    return faults


def _fault(url: str, history: History, spot: Spot, today: date) -> Fault:
    if not history.is_dead(today):
        return Fault("LK502", spot, {"url": url, "today": today, "reason": history.reason})
    since = history.good or history.failed[0]
    archive = f"https://web.archive.org/web/{since:%Y%m%d}/{url}"
    return Fault("LK501", spot, {"url": url, "since": since, "reason": history.reason, "archive": archive})


def _allowed(path: Path | None) -> dict[str, str]:
    data = yaml.safe_load(path.read_text("utf-8")) if path else None
    return {str(url): str(reason or "").strip() for url, reason in (data or {}).items()}


def _allow_list_faults(allowed: Mapping[str, str], found: Mapping[str, Spot], path: Path | None) -> Iterable[Fault]:
    lines = path.read_text("utf-8").splitlines() if path else []
    for url, reason in allowed.items():
        line = next((number for number, text in enumerate(lines, 1) if url in text), 1)
        if not reason:
            yield Fault("LK503", Spot(str(path), line), {"url": url})
        if not any(fnmatchcase(one, url) for one in found):
            yield Fault("LK504", Spot(str(path), line), {"url": url})


def _read_state(path: Path) -> dict[str, History]:
    data = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {
        url: History(
            date.fromisoformat(one["good"]) if one.get("good") else None,
            tuple(date.fromisoformat(day) for day in one.get("failed", ())),
            one.get("reason", ""),
        )
        for url, one in data.get("links", {}).items()
    }


def _write_state(path: Path, known: Mapping[str, History]) -> None:
    """Sorted, one address a line: two branches that both asked merge without conflict."""
    entries = [
        f"  {json.dumps(url, ensure_ascii=False)}: {json.dumps(_entry(one), ensure_ascii=False)}"
        for url, one in sorted(known.items())
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"schema": 1, "links": {\n' + ",\n".join(entries) + "\n}}\n", "utf-8")


def _entry(one: History) -> dict[str, object]:
    failed = [day.isoformat() for day in one.failed]
    return {"good": one.good.isoformat() if one.good else None} | (
        {"failed": failed, "reason": one.reason} if failed else {}
    )
