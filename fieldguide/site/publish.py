"""Writes what a site has beside its pages: what readers download (notebooks, scripts, archives), what search and the player load, lists of all pages."""

import json
import os
import re
import shutil
import zipfile
from pathlib import Path, PurePosixPath

from fieldguide import LANGUAGES, ROOT, SOURCE, address
from fieldguide.languages import rename
from fieldguide.languages.strings import strings
from fieldguide.pages import takeaway, twin
from fieldguide.recorded import changed, replay
from fieldguide.run import snippets
from fieldguide.search import index
from fieldguide.site import feed, history, listing, llms, material

SNIPPETS = ROOT / "snippets"
STYLES = ROOT / "theme" / "assets" / "guide"  # the look of the guide, in the order of its names
APART = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/guide/")  # of the theme, not as they are on the site
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes at every build


def take_away(site: Path, shown: str, markdown: str, page: str, language: str, site_url: str) -> None:
    """Write one page as notebook and script beside its HTML, and its Markdown twin with the figures.

    Args: ``shown`` (path of the HTML file in ``site``), ``markdown`` (composed, with its blocks), ``page`` (path of the source below
    docs/<language>), ``site_url`` (with a slash at its end). Raises GuideError as ``pages.expand`` does.
    """
    root, words = listing.root(site_url, language), strings(language)
    link = takeaway.linked(root, page)
    cells = takeaway.cells(markdown, SNIPPETS, words, link, f"docs/{language}/{page}")
    target = (site / shown).with_name(PurePosixPath(page).stem)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_suffix(".ipynb").write_text(takeaway.notebook(cells), "utf-8")
    target.with_suffix(".py").write_text(takeaway.script(cells), "utf-8")
    recorded = [words["verified"].format(**snippets.verified(SNIPPETS))] if any(cell.output for cell in cells) else []
    foot = " · ".join([f"<{link('')}>", *recorded, words["share.licence"]])
    written = site / ("" if language == SOURCE else language) / page
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(twin.twin(cells, words["output"], link(""), foot), "utf-8")
    for cell in cells:
        if cell.figure:
            target.with_name(twin.drawing(cell.ref)).write_text(twin.standing_alone(cell.figure), "utf-8")


def snippet_files(site: Path, paths: list[Path] | None = None) -> None:
    """Write recorded snippets (of ``paths``, .py, or all) as script and notebook below ``site``/snippets; raises GuideError if one cannot be read."""
    for path in sorted(SNIPPETS.glob("*/*.py")) if paths is None else paths:
        recorded = path.with_suffix(".out")
        if not recorded.is_file():
            continue
        name = recorded.relative_to(SNIPPETS).with_suffix("")
        snippet, script = snippets.load(SNIPPETS, name.as_posix()), site / "snippets" / name.with_suffix(".py")
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(snippets.clean(snippet.code), "utf-8")
        cell = takeaway.Cell(code=snippets.clean(snippet.code).strip(), output=snippet.output)
        script.with_suffix(".ipynb").write_text(takeaway.notebook([cell]), "utf-8")


def archive(site: Path, language: str) -> None:
    """Pack the notebooks and scripts of all pages of ``language`` into ``site``/gradient-field-guide-<language>.zip."""
    root = site if language == SOURCE else site / language
    found = sorted(path for path in root.rglob("*.ipynb") if is_page(path, site, language))
    with zipfile.ZipFile(site / f"gradient-field-guide-{language}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in found:
            for file in (path, path.with_suffix(".py")):
                parts = file.relative_to(root).parts
                inside = PurePosixPath(*(parts[:-2] if parts[-2:-1] == (file.stem,) else parts[:-1]), file.name)
                packed.writestr(zipfile.ZipInfo(inside.as_posix(), EPOCH), file.read_bytes(), zipfile.ZIP_DEFLATED)


def search(site: Path, docs: Path, language: str) -> None:
    """Write the search index of a language, and the words of its pages, below assets/search/."""
    for name, text in index.build(docs, SNIPPETS, language).items():
        path = site / "assets" / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def lists(site: Path, docs: Path, nav: list, site_url: str, built: list[str]) -> None:
    """Write llms.txt, llms-full.txt and, if git knows the changes, feed.xml of every language that was ``built``."""
    for language in built:
        words, root, folder = strings(language), listing.root(site_url, language), site / ("" if language == SOURCE else language)
        found = listing.entries(nav, docs, language, site_url)
        others = {strings(other)["language_name"]: f"{listing.root(site_url, other)}llms.txt" for other in LANGUAGES if other != language}
        (folder / "llms.txt").write_text(llms.index(found, words, root, others), "utf-8")
        (folder / "llms-full.txt").write_text(llms.full([(folder / entry.page).read_text("utf-8") for entry in found]), "utf-8")
        changes = [(entry, change) for entry in found if (change := history.last(language, entry.page))]
        if changes:
            (folder / "feed.xml").write_text(feed.feed(changes, words, LANGUAGES[language], root), "utf-8")


def installable(site: Path, language: str) -> None:
    """Write what a browser needs to install the guide of a language, with its home page as the start."""
    words, up = strings(language), "" if language == SOURCE else "../"
    known = {
        "name": words["site_name"],
        "description": words["site_description"],
        "lang": LANGUAGES[language],
        "start_url": "./",
        "scope": up or "./",
        "display": "minimal-ui",
        "icons": [{"src": f"{up}assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    folder = site / ("" if language == SOURCE else language)
    (folder / "guide.webmanifest").write_text(json.dumps(known, ensure_ascii=False) + "\n", "utf-8")


def about(site: Path, known: dict) -> None:
    """Write what this build is (its commit, the versions of the recorded run), and remove the one file that carries the day of the build."""
    (site / "build.json").write_text(json.dumps(known, indent=2) + "\n", "utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # robots.txt names sitemap.xml


def redirect(site: Path) -> None:
    """Leave a page at every address that was renamed, in every language; it leads on without a script."""
    for old, new in rename.redirects(ROOT).items():
        for language in LANGUAGES:
            place, target = (site / address(name, language) for name in (old, new))
            if target.is_dir() and not (place / "index.html").exists():
                place.mkdir(parents=True, exist_ok=True)
                url = os.path.relpath(target, place).replace(os.sep, "/") + "/"
                head = f'<meta charset="utf-8"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={url}">'
                text = f'<!doctype html><html lang="{LANGUAGES[language]}"><head>{head}<title>{new}</title></head><body><a href="{url}">{new}</a></body></html>\n'
                (place / "index.html").write_text(text, "utf-8")


def is_page(path: Path, site: Path, language: str) -> bool:
    """Say whether a notebook is a page of ``language`` (English stands at the root, beside the other languages and the snippets)."""
    return language != SOURCE or path.relative_to(site).parts[0] not in {"snippets", "assets", *LANGUAGES}


def recordings(site: Path, paths: list[Path] | None = None) -> None:
    """Write the recorded replays and changes of snippets (of ``paths``, .py, or all), and the texts of the player in every language."""
    for path in sorted(SNIPPETS.glob("*/*.py")) if paths is None else paths:
        target = site / "snippets" / path.parent.name / path.name
        if replay.versions(path):
            target.with_suffix(".trace.json").write_text(replay.publish(path), "utf-8")
        if changed.versions(path):
            target.with_suffix(".changes.json").write_text(changed.publish(path), "utf-8")
    for language in LANGUAGES:
        words = {key.removeprefix("replay."): text for key, text in strings(language).items() if key.startswith("replay.")}
        (site / "assets" / "replay" / f"texts-{language}.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")


def styles(site: Path) -> None:
    """Write the one stylesheet of all pages: what Material's leave for this guide, then the guide's own, without comments. A second one would be a second wait."""
    own = [re.sub(r"/\*.*?\*/", "", part.read_text("utf-8"), flags=re.DOTALL) for part in sorted(STYLES.glob("*.css"))]
    (site / "assets" / "guide.css").write_text("\n".join([material.stylesheet(ROOT / "theme"), *own]), "utf-8")


def changed_files(site: Path, changed: list[str]) -> None:
    """Publish again what belongs to no page: changed snippets and assets (paths from the root of the guide)."""
    names = {path.removeprefix("snippets/").partition(".")[0] for path in changed if path.startswith("snippets/")}
    paths = [path for path in (SNIPPETS / f"{name}.py" for name in sorted(names)) if path.is_file()]
    snippet_files(site, paths)
    for path in changed:
        if path.startswith("theme/assets/") and (ROOT / path).parent != STYLES:
            shutil.copyfile(ROOT / path, site / path.removeprefix("theme/"))
    styles(site)
    recordings(site, paths)


def finish(site: Path, docs: Path, nav: list, site_url: str, languages: list[str]) -> None:
    """Write what is made of all pages: archives, search, lists, redirects, and what the build is."""
    for language in languages:
        archive(site, language)
        installable(site, language)
    for language in {SOURCE, *languages}:  # every language offers what the English guide has
        search(site, docs, language)
    lists(site, docs, nav, site_url, languages)
    about(site, history.built() | snippets.verified(SNIPPETS))
    redirect(site)
