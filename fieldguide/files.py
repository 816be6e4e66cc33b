"""Reads and writes the files of the guide. Whatever goes wrong is one line that names file, line and remedy."""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from fieldguide import ROOT, GuideError

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|\A\ufeff")
SETTLED = 10**9  # nanoseconds
NAMES = {"\r": "carriage return; write LF line ends", "\ufeff": "byte order mark; save the file as UTF-8 without it"}


@cache
def named(path: Path) -> str:
    """Return how messages name a file: from the root of the guide, if it lies there."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def read(path: Path, where: str = "") -> str:
    """Return the text of a file; raises GuideError if it is no plain UTF-8 text. Args: ``where`` is how messages name the file."""
    try:
        found = os.lstat(path)
    except OSError as error:
        raise GuideError(f"{where or named(path)} cannot be read: {error.strerror}") from None
    if stat.S_ISLNK(found.st_mode):
        raise GuideError(f"{where or named(path)} is a symbolic link; put the file itself there")
    known = time.time_ns() - found.st_mtime_ns > SETTLED  # a file may be written twice within one tick of its clock
    return (text_of if known else text_of.__wrapped__)(os.fspath(path), where, found.st_ino, found.st_mtime_ns, found.st_size)


@cache
def text_of(path: str, where: str, *_state: int) -> str:
    """Return what ``read`` does, of a file in this state."""
    where = where or named(Path(path))
    try:
        data = Path(path).read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise GuideError(f"{where} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GuideError(f"{where}:{line}: byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8") from None
    if mistake := control(text, where):
        raise GuideError(mistake)
    return text


def reason(error: Exception) -> str:
    """Return one line for an error: a GuideError's own, or what the system says, with the file if it names one (of a full disk it names none).

    >>> reason(OSError(28, "No space left on device")), reason(OSError(13, "Permission denied", "a.md"))
    ('No space left on device', 'a.md: Permission denied')
    """
    if not isinstance(error, OSError):
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)


def fingerprint(text: str) -> str:
    """Return eight hex digits (SHA-256) over a text: texts with the same digits are taken for the same."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def data(path: Path, remedy: str, parse: Callable = json.loads):
    """Return what a file of data holds (JSON, or what ``parse`` reads); raises GuideError that names the mistake and ``remedy``."""
    try:
        return parse(read(path))
    except (ValueError, RecursionError) as error:
        raise GuideError(f"{named(path)} cannot be understood ({error}); {remedy}") from None


def state(*paths: Path | str) -> tuple:
    """Return what changes when one of the files does (None for a file that is not there): the key under which a cache keeps what was made of them."""
    return tuple(key(path) for path in paths)


def key(path: Path | str) -> tuple[str, int, int, int] | None:
    """Return path, inode, time and size of a file, or None if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return os.fspath(path), found.st_ino, found.st_mtime_ns, found.st_size


def remove(path: Path, patient: bool = True) -> None:
    """Remove whatever is at ``path``: a link, a pipe, a folder a thousand folders deep, which takes seconds (if ``patient``); raises OSError if it stays."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if patient and os.path.lexists(path):
        for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):
            subprocess.run([*command, path], stderr=subprocess.DEVNULL)
    if os.path.lexists(path):
        raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(path))


def control(text: str, where: str) -> str | None:
    """Return one line about the first control character of a text, or None."""
    if not (found := CONTROL.search(text)):
        return None
    said = NAMES.get(found[0], f"control character U+{ord(found[0]):04X}; remove it")
    line = text.count("\n", 0, found.start()) + 1
    return f"{where}:{line}: {said}"


def write(texts: dict[Path, str | None]) -> None:
    """Write several files as one: all texts first, then all in place; None removes a file. Raises GuideError before anything is changed."""
    ready = {}
    try:
        for path, text in texts.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if text is not None:
                handle, ready[path] = tempfile.mkstemp(dir=path.parent, prefix=".")
                with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                os.chmod(ready[path], path.stat().st_mode if path.exists() else 0o644)
        for path, text in texts.items():
            if text is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(ready[path], path)
                del ready[path]
    except OSError as error:
        raise GuideError(f"{named(path)} cannot be written: {error.strerror}") from None
    finally:
        for left in ready.values():
            os.unlink(left)
