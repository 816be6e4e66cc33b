"""`make serve`: checks the port, then hands over to `mkdocs serve`. Arguments: PORT [LANGUAGE …]."""

import os
import socket
import sys

from fieldguide import LANGUAGES, SOURCE, GuideError
from tools import command


def main(port: str, *only: str) -> None:
    """Serve the site, in the languages that ``only`` names or in all; raises GuideError if that is not possible."""
    for language in only:
        if language not in LANGUAGES:
            raise GuideError(f"no language {language!r}; write ONLY={'|'.join(LANGUAGES)}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            if not port.isdecimal():
                raise ValueError("it is no number")
            probe.bind(("127.0.0.1", int(port)))
        except (OSError, ValueError, OverflowError) as error:
            raise GuideError(f"cannot use port {port} ({error}); choose another: make serve PORT=8001") from None
    for language in LANGUAGES:
        # English is always built: it is the source of every other language, and small enough.
        os.environ[f"GUIDE_{language.upper()}"] = "true" if not only or language in (*only, SOURCE) else "false"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    command("serve", main)
