"""Print jobs → PDF files. What has not changed is not made again; what is made takes two workers."""

import gc
import json
import multiprocessing
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ahil.model.print import Printed, PrintJob
from ahil.model.spot import Fault, Spot
from ahil.publish.pdf_finish import finished
from ahil.publish.pdf_fit import fitted
from ahil.publish.pdf_shop import Shop, our_shop

WORKERS = 2
_MONTH = 30 * 24 * 3600


def print_all(
    jobs: Sequence[PrintJob], out: Path, cache: Path, *, workers: int = WORKERS, shop: Shop | None = None
) -> list[Printed]:
    """Put every PDF below ``out``, in the order of the jobs; ``cache`` keeps them from run to run."""
    shop = shop or our_shop()
    cache.mkdir(parents=True, exist_ok=True)
    keys = [shop.key(job) for job in jobs]
    missing = {key: job for key, job in zip(keys, jobs, strict=True) if not (cache / f"{key}.json").exists()}
    _make(missing, cache, shop, workers)
    _forget(cache, set(keys))
    return [_placed(job, out, cache / key, cached=key not in missing) for job, key in zip(jobs, keys, strict=True)]


def _make(missing: Mapping[str, PrintJob], cache: Path, shop: Shop, workers: int) -> None:
    if not missing:
        return
    # the largest first, so that no worker ends with a long one alone
    tasks = sorted(((job, cache / key) for key, job in missing.items()), key=lambda task: -len(task[0].body_html))
    shop.press.warm_up()
    alone = workers < 2 or len(tasks) < 4 or "fork" not in multiprocessing.get_all_start_methods()
    with _frozen():
        if alone:
            for job, place in tasks:
                _make_one(shop, job, place)
            return
        with multiprocessing.get_context("fork").Pool(workers, _move_in, (shop,)) as pool:
            for _ in pool.imap_unordered(_make_next, tasks):
                pass


@contextmanager
def _frozen() -> Iterator[None]:
    """What was read before stays out of every collection: a fifth less time, and forks go on sharing it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_workplace: list[Shop] = []
"""The shop of a worker: fonts cannot be sent to it, only inherited."""


def _move_in(shop: Shop) -> None:
    _workplace[:] = [shop]


def _make_next(task: tuple[PrintJob, Path]) -> None:
    _make_one(_workplace[0], *task)


def _make_one(shop: Shop, job: PrintJob, place: Path) -> None:
    """Into the cache: the PDF first, then what is known of it, so that a broken run leaves no half entry."""
    sheet, faults = fitted(job, shop.words(job), shop.press)
    if sheet is not None:
        _write(place.with_suffix(".pdf"), finished(sheet.pdf, job))
    told = {"pages": sheet.pages if sheet else 0, "faults": [[f.code, dict(f.gaps)] for f in faults]}
    _write(place.with_suffix(".json"), json.dumps(told, ensure_ascii=False).encode())


def _forget(cache: Path, used: set[str]) -> None:
    """What nothing asked for in a month goes; what is asked for stays young."""
    now = time.time()
    for path in cache.iterdir():
        with suppress(FileNotFoundError):  # another run may work with the same cache
            age = now - path.stat().st_mtime
            if path.stem in used:
                if age > _MONTH / 4:
                    os.utime(path)
            elif age > _MONTH:
                path.unlink()


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def _placed(job: PrintJob, out: Path, entry: Path, *, cached: bool) -> Printed:
    told = json.loads(entry.with_suffix(".json").read_bytes())
    faults = tuple(Fault(code, Spot(job.source), gaps) for code, gaps in told["faults"])
    if not told["pages"]:
        return Printed(job.name, 0, 0, cached, faults)
    content = entry.with_suffix(".pdf").read_bytes()
    target = out / job.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_bytes() != content:
        target.write_bytes(content)
    return Printed(job.name, told["pages"], len(content), cached, faults)
