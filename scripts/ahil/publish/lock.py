"""One build at a time: a lock that names who holds it and dies with its holder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):  # noqa: N818 - a state of the world, not a mistake
    """Another build is at work; the message says which process."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold ``path`` while the block runs. The system frees it when the process ends, however it ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise Busy(file.read().strip() or "?") from None
        file.truncate(0)
        file.write(f"{os.getpid()}")
        file.flush()
        yield
