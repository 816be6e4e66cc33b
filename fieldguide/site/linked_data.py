"""What search engines read in a page: the article and the way to it, as JSON-LD of schema.org. No page consists of questions, so none is a FAQPage."""

import json
from pathlib import Path

from fieldguide import LANGUAGES, SOURCE, address
from fieldguide.languages import status
from fieldguide.languages.strings import strings
from fieldguide.site import history, listing

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def of(docs: Path, nav: list, language: str, page: str, site_url: str, description: str, image: str) -> str:
    """Return the JSON-LD of ``page`` as it stands in ``language``, to be put into a <script>; ``image`` is the address of its picture."""
    words, root = strings(language), listing.root(site_url, language)
    url, title = root + address(page), status.title(docs, language, page).replace("`", "")
    maker = {"@type": "Organization", "name": words["site_name"], "url": root}
    article = {
        "@type": "TechArticle",
        "headline": title,
        "description": description,
        "inLanguage": LANGUAGES[language],
        "url": url,
        "image": image,
        "license": LICENCE,
        "author": maker,
        "publisher": maker,
    }
    if change := history.last(language, page):
        article["dateModified"] = change.date
    if language != SOURCE:
        article["translationOfWork"] = {"@type": "TechArticle", "url": site_url + address(page), "inLanguage": SOURCE}
    places = list(dict([(root, words["site_name"]), *chapter(nav, page, root, words), (url, title)]).items())
    items = [{"@type": "ListItem", "position": number, "name": name, "item": place} for number, (place, name) in enumerate(places, 1)]
    graph = [article, {"@type": "BreadcrumbList", "itemListElement": items}]
    found = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return found.replace("</", "<\\/")  # which would end the script


def chapter(nav: list, page: str, root: str, words: dict[str, str]) -> list[tuple[str, str]]:
    """Return the chapter of a page as (address of its first page, its name); nothing for a page outside of all chapters."""
    listed = listing.order(nav)
    name = next((name for name, other in listed if other == page), "")
    return [(root + address(next(other for own, other in listed if own == name)), words[f"nav.{name}"])] if name else []
