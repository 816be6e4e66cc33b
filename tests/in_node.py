"""Scripts of the site, run in Node instead of a browser."""

import json
import subprocess

from conftest import ROOT
from tools.bundle import NODE


def node(script, *words, **names):
    """Run a module that calls ``say`` once; return what it said. ``names``: name → the script below theme/assets that exports it."""
    head = "".join(f"import {{ {name} }} from {json.dumps((ROOT / 'theme/assets' / path).as_uri())};" for name, path in names.items())
    head += "const say = one => console.log(JSON.stringify(one));"
    done = subprocess.run([NODE, "--input-type=module", "-e", head + script, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
