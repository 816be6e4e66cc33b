"""The Atom feed of a language: which pages changed. Text out."""

from html import escape

from fieldguide.site.history import Change
from fieldguide.site.listing import Entry

NEWEST = 40


def feed(entries: list[tuple[Entry, Change]], words: dict[str, str], code: str, root: str) -> str:
    """Return the feed, the page that changed last first.

    Args: ``entries`` (pages, each with its last change), ``words`` (texts of the interface), ``code`` (HTML code of the language), ``root`` (its address).
    """
    newest = sorted(entries, key=lambda one: (one[1].date, one[0].page), reverse=True)[:NEWEST]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{code}">',
        f"  <title>{escape(words['share.feed'])}</title>",
        f"  <id>{escape(root)}feed.xml</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(root)}feed.xml"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(root)}"/>',
        f"  <updated>{newest[0][1].date}</updated>",
        f"  <author><name>{escape(words['site_name'])}</name></author>",
    ]
    for entry, change in newest:
        lines += [
            "  <entry>",
            f"    <title>{escape(entry.title)}</title>",
            f"    <id>{escape(entry.url)}#{change.commit}</id>",
            f'    <link rel="alternate" type="text/html" href="{escape(entry.url)}"/>',
            f"    <updated>{change.date}</updated>",
            f"    <summary>{escape(entry.description)}</summary>",
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"
