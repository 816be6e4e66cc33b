"""Who may come in: a request that the guide's own page sent, in a browser on this machine, and nobody else."""

import contextlib
import hmac
import ipaddress

BODY = 64 * 1024  # bytes of a request; the longest snippet has 3 kB
DRAIN = 4 * BODY  # bytes of a refused body that are still read, so that the answer arrives
PATIENCE = 10  # seconds without a byte, of a request that comes or an answer that is taken, after which a connection is closed
TOKEN = "HTTP_X_FIELDGUIDE_TOKEN"


def is_loopback(host: str) -> bool:
    """Say whether ``host`` is this machine's own address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0"), is_loopback("192.168.0.2")
    (True, True, False, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts(port: int) -> set[str]:
    """Return what a Host header may say; any other name may point here by DNS rebinding."""
    return {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}


def is_welcome(environ: dict, port: int) -> bool:
    """Say whether a request of any kind comes from this machine and by this machine's own name."""
    return is_loopback(environ.get("REMOTE_ADDR", "")) and environ.get("HTTP_HOST", "").lower() in hosts(port)


def refusal(environ: dict, port: int, token: str) -> tuple[str, str] | None:
    """Return status and reason if the request may not run anything, else None; the token is looked at last."""
    origin, host = environ.get("HTTP_ORIGIN"), environ.get("HTTP_HOST", "").lower()
    if not is_welcome(environ, port):
        return "403 Forbidden", "only this machine, by its own name"
    if environ["REQUEST_METHOD"] != "POST":
        return "405 Method Not Allowed", "only POST"
    if origin != f"http://{host}" or environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
        return "403 Forbidden", "only from a page of this server"
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
        return "415 Unsupported Media Type", "only JSON"
    if not hmac.compare_digest(environ.get(TOKEN, "").encode("latin-1"), token.encode()):
        return "403 Forbidden", "reload the page: the server was started anew"
    if length(environ) is None:
        return "411 Length Required", "say how long the body is"
    if length(environ) > BODY:
        return "413 Content Too Large", f"at most {BODY} bytes"
    return None


def length(environ: dict) -> int | None:
    """Return how many bytes the body is said to have; None if it is not said.

    >>> length({"CONTENT_LENGTH": "0012"}), length({"CONTENT_LENGTH": "x"}), length({})
    (12, None, None)
    """
    said = environ.get("CONTENT_LENGTH") or ""
    return int(said.lstrip("0")[:20] or 0) if said.isdecimal() and "HTTP_TRANSFER_ENCODING" not in environ else None


def drain(environ: dict) -> None:
    """Read what is left of a body: closing a connection with unread data would take the answer back."""
    if 0 < (length(environ) or 0) <= DRAIN:
        with contextlib.suppress(OSError):  # it did not come within PATIENCE
            environ["wsgi.input"].read(length(environ))
