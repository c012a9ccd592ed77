"""Publishing by rename: readers have the old site or the new one, never a mix.

On Linux two folders change places in one system call. Elsewhere the old one steps aside first, and the next start
puts it back if the run died between the two steps.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def publish(new: Path, place: Path) -> None:
    """Put the finished folder ``new`` at ``place``; what stood there is removed afterwards."""
    if not place.exists():
        new.rename(place)
        return
    if _exchanged(new, place):
        shutil.rmtree(new)
        return
    old = aside(place)
    place.rename(old)
    new.rename(place)
    shutil.rmtree(old)


def aside(place: Path) -> Path:
    """Where the old folder waits while there is no exchange in one step."""
    return place.with_name(f".{place.name}.old")


def beside(place: Path) -> Path:
    """Where the new folder is built."""
    return place.with_name(f".{place.name}.new")


def sweep(place: Path) -> None:
    """Remove what a killed run left behind, and bring the old site back if it had stepped aside."""
    if not place.exists() and aside(place).exists():
        aside(place).rename(place)
    for left in (aside(place), beside(place)):
        shutil.rmtree(left, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
