"""Under `mkdocs serve` a save builds no site: each page that the save concerns is made when somebody asks for it."""

import html
import logging
import re
import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePosixPath

from fieldguide import LANGUAGES, SOURCE, GuideError
from fieldguide.files import key, read
from fieldguide.languages.sections import FRONT_MATTER, split
from fieldguide.languages.status import pages

WATCHED = ("docs", "snippets", "theme", "terms", "fieldguide", "mkdocs.yml")
TABLES = re.compile(r"terms/(?!asked/)|fieldguide/languages/.*\.toml$|theme/(?!assets/).*\.html$")  # every page shows something of them
WHOLE_SITE = re.compile(r"/assets/search/|\.(?:zip|xml|txt)$")  # made of all pages
MISTAKE = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Mistake</title><pre>{}</pre>'
KEPT: dict[str, dict] = {}  # language → what the last whole build left for making one page again
log = logging.getLogger("mkdocs.on_demand")


def snapshot(root: Path) -> dict[str, tuple]:
    """Return path (from ``root``) → state of every file that the site is made of."""
    files = [file for name in WATCHED for file in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))]
    return {file.relative_to(root).as_posix(): key(file) for file in files if file.is_file() and "__pycache__" not in file.parts}


def head(page: Path) -> tuple:
    """Return what other pages show of a page: front matter and title; nothing of a page with a mistake, which the build names."""
    try:
        text = read(page)
        front, titles = FRONT_MATTER.match(text), [section.title for section in split(text, str(page))]
    except GuideError:
        return ()
    return (front[0], titles[0]) if front and titles else ()


def concerned(changed: Iterable[str], docs: Path, languages: Collection[str]) -> set[tuple[str, str]] | None:
    """Return (language, page) of the pages, in ``languages``, that show something of the ``changed`` files; None if the whole site has to be built."""
    everywhere = {(language, page) for page in pages(docs) for language in languages}
    found = set()
    for path in changed:
        part, _, rest = path.partition("/")
        if part == "docs" and not rest.startswith(f"{SOURCE}/check/"):  # whose sections the loop checker names
            language, _, page = rest.partition("/")
            found |= {(one, page) for one in (languages if language == SOURCE else [language])}
            found |= {(one, "translations.md") for one in languages}
        elif part == "snippets" and rest.count("/") == 1:
            name = re.compile(rf"^ */// .*\| .*\b{re.escape(rest.partition('.')[0])}(?![\w-])", re.M)
            found |= {(one, page) for one, page in everywhere if (docs / one / page).is_file() and name.search(read(docs / one / page))}
        elif TABLES.match(path):
            found |= everywhere
        elif not path.startswith(("theme/assets/", "terms/asked/")):
            return None
    return found & everywhere


class OnDemand:
    """A WSGI application around the one that serves the pages, and what is called after a save.

    Args: ``inner`` (the application), ``root`` (folder of the guide), ``languages`` (that are served), ``whole()`` builds the site, ``make(language, page)`` makes one page,
    ``after(changed)`` publishes what belongs to no page, ``finish()`` indexes all pages.
    """

    def __init__(
        self, inner: Callable, root: Path, languages: Collection[str], whole: Callable, make: Callable, after: Callable, finish: Callable
    ):
        self.inner, self.root, self.docs, self.languages = inner, root, root / "docs", languages
        self.whole, self.make, self.after, self.finish = whole, make, after, finish
        self.lock, self.owed, self.unfinished = threading.RLock(), set(), False
        self.look()

    def look(self) -> None:
        """Remember the files as they are."""
        self.files = snapshot(self.root)
        self.heads = {path: head(self.root / path) for path in self.files if path.startswith("docs/") and path.endswith(".md")}

    def saved(self) -> None:
        """Note which pages show something that was saved, and make the first of them, so that a mistake in it is told at once."""
        with self.lock:
            now = snapshot(self.root)
            changed = sorted(path for path in now.keys() | self.files.keys() if now.get(path) != self.files.get(path))
            if not changed:
                return
            known = all(path in now and path in self.files for path in changed)
            if known and not any(path in self.heads and self.heads[path] != head(self.root / path) for path in changed):
                owed = concerned(changed, self.docs, self.languages)
            else:
                owed = None
            if owed is None:
                self.whole()
                self.owed, self.unfinished = set(), False
                return self.look()
            self.owed |= owed
            self.files, self.unfinished = now, True
            first = [tuple(path.split("/", 2)[1:]) for path in changed if path.startswith("docs/")] or sorted(self.owed)
            try:
                self.after(changed)
                if first[:1]:
                    self.pay(*first[0])
            except GuideError as error:  # the page says so too
                log.error("%s", error)

    def pay(self, language: str, page: str) -> None:
        """Make a page that is owed."""
        with self.lock:
            if (language, page) in self.owed:
                self.make(language, page)
                self.owed.discard((language, page))

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        try:
            self.bring(environ["PATH_INFO"])
        except GuideError as error:
            start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [MISTAKE.format(html.escape(str(error))).encode()]
        return self.inner(environ, start_response)

    def bring(self, path: str) -> None:
        """Make what a request for ``path`` (of a URL, from the site's root) will be answered with."""
        if self.owed and not path.startswith("/livereload/"):
            folder = path.strip("/") if path.endswith("/") else PurePosixPath(path.strip("/")).parent.as_posix()
            language, _, rest = folder.partition("/")
            language, rest = (language, rest) if language in LANGUAGES and language != SOURCE else (SOURCE, folder)
            for page in ("index.md", f"{rest}.md", f"{rest}/index.md") if rest in ("", ".") else (f"{rest}.md", f"{rest}/index.md"):
                self.pay(language, page)
        if self.unfinished and WHOLE_SITE.search(path):
            with self.lock:
                for language, page in sorted(self.owed):
                    self.pay(language, page)
                self.finish()
                self.unfinished = False
