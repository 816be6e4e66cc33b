"""An nginx of one's own before a prepared site (see hosted.py), for a test and for `make bench`."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

from fieldguide import ROOT, GuideError
from tools import hosted

MAIN = """
{modules}
{user}
worker_processes 1;
pid {root}/pid;
error_log {root}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3; uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
  include {site}.nginx.conf;
}}
"""


def program() -> str | None:
    """Return the nginx that `make test` found or unpacked, or that is installed."""
    named = ROOT / ".venv" / "nginx-path"
    path = named.read_text("utf-8").strip() if named.exists() else ""
    return str(ROOT / path) if path else shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")


@contextlib.contextmanager
def serving(site: Path) -> Iterator[int]:
    """Prepare ``site``, whose name is the path of its address, and serve it until the block ends; yields the port. Raises GuideError if nginx cannot."""
    root, nginx = site.parent, program()
    if not nginx:
        raise GuideError("no nginx here; apt-get install nginx, or make test")
    types = next(path for path in (Path("/etc/nginx/mime.types"), Path(nginx).parents[2] / "etc/nginx/mime.types") if path.exists())
    shutil.copy(types, root)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hosted.main(str(site), f"127.0.0.1:{port}", str(root))
    module = Path(nginx).parents[1] / "lib/nginx/modules/ngx_http_brotli_static_module.so"
    if module.exists():
        settings = site.with_name(f"{site.name}.nginx.conf")
        settings.write_text(settings.read_text("utf-8").replace("# brotli_static on;", "brotli_static on;"), "utf-8")
    filled = {"user": "user root;" if os.getuid() == 0 else "", "modules": f'load_module "{module}";' if module.exists() else ""}
    (root / "nginx.conf").write_text(MAIN.format(root=root, site=site, **filled), "utf-8")
    with (root / "said.txt").open("w") as said:
        running = subprocess.Popen([nginx, "-p", root, "-c", "nginx.conf", "-g", "daemon off;"], stderr=said)
    while running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
    log = root / "error.log"
    if complaint := (root / "said.txt").read_text("utf-8") * (running.poll() is not None) or (
        log.read_text("utf-8") if log.exists() else ""
    ):
        raise GuideError(f"nginx: {complaint.strip()}")
    try:
        yield port
    finally:
        running.terminate()
        running.wait()
