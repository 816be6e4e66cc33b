"""What git knows: the commit that is built, and when each page changed. Without git, or with half a history, nothing is said."""

from dataclasses import dataclass
from functools import cache

from fieldguide import ROOT
from fieldguide.git import git


@dataclass(frozen=True)
class Change:
    """A commit that changed a file: ``commit`` (short hash) and ``date`` (ISO 8601, with its time zone)."""

    commit: str
    date: str


@cache
def changes() -> dict[str, list[Change]]:
    """Return path below the guide's folder → its changes, the last one first; nothing if the clone is shallow: its dates would be wrong."""
    if git(ROOT, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return parsed(git(ROOT, "log", "--format=%x00%h %cI", "--name-only", "--relative", "--", "docs"))


def parsed(log: str) -> dict[str, list[Change]]:
    """Return the changes of each file, from what `git log` printed.

    >>> parsed("\\0ab 2026-01-02T03:04:05+00:00\\n\\ndocs/en/a.md\\n")
    {'docs/en/a.md': [Change(commit='ab', date='2026-01-02T03:04:05+00:00')]}
    """
    found: dict[str, list[Change]] = {}
    for entry in log.split("\0")[1:]:
        head, *files = entry.split("\n")
        commit, date = head.split(" ")
        for file in filter(None, files):
            found.setdefault(file, []).append(Change(commit, date))
    return found


def last(language: str, page: str) -> Change | None:
    """Return the last change of a page (its path below docs/<language>), if git knows one."""
    return next(iter(changes().get(f"docs/{language}/{page}", [])), None)


def built() -> dict:
    """Return what the site says of itself: the commit, its date, and whether files were changed since; nothing without git."""
    commit, _, date = git(ROOT, "log", "-1", "--format=%H %cI").strip().partition(" ")
    if not commit or not git(ROOT, "ls-files", "mkdocs.yml"):  # the guide may lie inside a repository of somebody else
        return {}
    return {"commit": commit, "date": date, "changed": bool(git(ROOT, "status", "--porcelain", "--untracked-files=no", "--", "."))}
