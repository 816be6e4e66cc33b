"""Renames a page in every language, with all that names it: links, navigation, terms, numbers read off. Readers of the old address are led to the new one."""

import posixpath
import re
from pathlib import Path

from fieldguide import LANGUAGES, SOURCE, GuideError
from fieldguide.files import read, write

PAGE = re.compile(r"[a-z0-9_]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?\.md")
REDIRECTS = "redirects.txt"
LINK = re.compile(r"(\]\()([^)\s#:]+\.md)")
NAMED_IN = (
    "mkdocs.yml",
    "terms/terminology.csv",
    "fieldguide/languages/check.toml",
    "tests/pages/read_off.txt",
    *(f"terms/{kind}{language}.txt" for kind in ("read_", "asked/") for language in LANGUAGES),
)


def redirects(root: Path) -> dict[str, str]:
    """Return old path → path of today, from redirects.txt; raises GuideError for a line that is no pair of pages."""
    found = {}
    for number, line in enumerate(read(root / REDIRECTS).splitlines() if (root / REDIRECTS).exists() else [], 1):
        if line.startswith("#") or not line.strip():
            continue
        old, _, new = line.partition(" ")
        if old in found:
            raise GuideError(f"{REDIRECTS}:{number}: {old} stands twice; keep one")
        named = all(map(is_path, (old, new)))
        if not named or not (root / "docs" / SOURCE / new).is_file() or (root / "docs" / SOURCE / old).exists():
            raise GuideError(f"{REDIRECTS}:{number}: write OLD NEW: a page that is gone and one that is there; found {line!r}")
        found[old] = new
    return found


def is_path(name: str) -> bool:
    """Say whether ``name`` may be the path of a page below docs/LANGUAGE: it leads nowhere else.

    >>> is_path("zero_grad/accumulation.md"), is_path("../en/index.md"), is_path("/tmp/a.md"), is_path("index")
    (True, False, False, False)
    """
    return bool(re.fullmatch(r"(?:[\w-]+/)*[\w-]+\.md", name))


def page(root: Path, old: str, new: str) -> list[str]:
    """Rename docs/*/``old`` to ``new``; return what was done, one line each. Raises GuideError before anything is changed."""
    docs = root / "docs"
    if not is_path(old) or not (docs / SOURCE / old).is_file():
        raise GuideError(f"no page docs/{SOURCE}/{old}; see: python -m fieldguide status")
    if not PAGE.fullmatch(new):
        raise GuideError(f"{new}: write chapter/short-english-name.md, in lower case")
    texts: dict[Path, str | None] = {}
    for language in LANGUAGES:
        if (docs / language / new).exists():
            raise GuideError(f"docs/{language}/{new} exists already; choose another name")
        for path in sorted((docs / language).rglob("*.md")):
            here = path.relative_to(docs / language).as_posix()
            text = read(path)
            moved = relinked(text, here, old, new)
            if here == old:
                texts |= {path: None, docs / language / new: moved}
                (docs / language / new).parent.mkdir(parents=True, exist_ok=True)
            elif moved != text:
                texts[path] = moved
    for name in NAMED_IN:
        if (root / name).is_file():
            text = read(root / name)
            changed = re.sub(rf"(?<![\w/.-]){re.escape(old)}(?![\w-])", new, text)
            if changed != text:
                texts[root / name] = changed
    lines = read(root / REDIRECTS).splitlines() if (root / REDIRECTS).exists() else []
    lines = [f"{line.partition(' ')[0]} {new}" if line.endswith(f" {old}") else line for line in lines if not line.startswith(f"{new} ")]
    texts[root / REDIRECTS] = "\n".join([*lines, f"{old} {new}"]) + "\n"
    write(texts)
    done = [f"changed {path.relative_to(root).as_posix()}" for path, text in texts.items() if text is not None]
    return [*done, f"see that nothing else names it: git grep {Path(old).stem}"]


def relinked(text: str, here: str, old: str, new: str) -> str:
    """Return the text of the page ``here`` with its links as they must be after the renaming.

    >>> relinked("[a](b.md#x) [c](../d.md)", "t/a.md", "t/b.md", "u/b.md")
    '[a](../u/b.md#x) [c](../d.md)'
    """
    place = new if here == old else here

    def link(match: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), match[2]))
        if target != old and here != old:
            return match[0]
        return match[1] + posixpath.relpath(new if target == old else target, posixpath.dirname(place) or ".")

    return LINK.sub(link, text)
