"""The addresses that the owner of a site gives: one line instead of a site full of links that lead nowhere."""

import re
from urllib.parse import urlsplit

from fieldguide import GuideError

EXAMPLE = {"SITE_URL": "https://example.org/guide/", "REPO_URL": "https://github.com/example/guide"}


def checked(name: str, url: str | None) -> None:
    """Raise GuideError if ``url`` (of the setting ``name``, SITE_URL or REPO_URL) is no address of a site.

    >>> checked("SITE_URL", "https://example.org/docs/")
    """
    url = url or ""
    try:
        parts = urlsplit(url)
        host = re.fullmatch(r"(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])(?::\d+)?", parts.netloc, re.I) and parts.port != 0
    except ValueError:  # an address in brackets that is none, a port beyond all ports
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s\"'<>?#\\`{}|^]", url):
        raise GuideError(f"{name} is {url!r}, which is no address of a site; write {EXAMPLE[name]}, or leave {name} unset")
