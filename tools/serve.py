"""`make serve`: checks the port, then hands over to `mkdocs serve`. Arguments: PORT [LANGUAGE …]."""

import os
import socket
import sys

from fieldguide import LANGUAGES, SOURCE


def main(port: str, *only: str) -> int:
    """Serve the site, in the languages that ``only`` names or in all; returns 2 after one line on stderr if that is not possible."""
    for language in only:
        if language not in LANGUAGES:
            print(f"serve: no language {language!r}; write ONLY={'|'.join(LANGUAGES)}", file=sys.stderr)
            return 2
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except (OSError, ValueError, OverflowError) as error:
            print(f"serve: cannot use port {port} ({error}); choose another: make serve PORT=8001", file=sys.stderr)
            return 2
    for language in LANGUAGES:
        # English is always built: it is the source of every other language, and small enough.
        os.environ[f"GUIDE_{language.upper()}"] = "true" if not only or language in (*only, SOURCE) else "false"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
