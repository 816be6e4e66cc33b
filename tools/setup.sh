#!/bin/sh
# Usage: setup.sh site|test|editor. Makes .venv with the exact versions of constraints.txt; says in one line what is wrong if it cannot.
set -eu
part=$1
PYTHON=${PYTHON:-python3}
stop() { echo "setup: $1" >&2; exit 1; }

command -v "$PYTHON" >/dev/null || stop "no $PYTHON found; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "$("$PYTHON" --version) is too old; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3.11"
if ! "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "this Python has no venv; install it, on Debian or Ubuntu: apt-get install python3-venv"
  echo "setup: installing python3-venv"
  { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null || stop "could not install python3-venv; install it by hand"
fi

[ -x .venv/bin/python ] || { echo "setup: virtual environment in .venv ($("$PYTHON" --version))"; "$PYTHON" -m venv .venv; }
log=.venv/setup-$part.log
pip() { .venv/bin/python -m pip install --disable-pip-version-check -c constraints.txt "$@" >>"$log" 2>&1; }
fail() { tail -n 3 "$log" >&2; stop "${1:-pip} failed, see $log; it needs a network: connect, then run the same command again"; }

# The site needs the dependencies of pyproject.toml; running snippets and tests needs its extra "test" as well.
if [ "$part" = site ]; then
  echo "setup: MkDocs, Material, Pagefind (about half a minute)"
  pip setuptools && pip --no-build-isolation -e . || fail
elif [ "$part" = editor ]; then
  echo "setup: what the editor is built from (a few seconds)"
  .venv/bin/python -m tools.bundle install >>"$log" 2>&1 || fail npm
else
  echo "setup: PyTorch 2.13.0 and the test tools (one to five minutes)"
  pip --no-build-isolation -e ".[test]" || fail
fi
touch ".venv/$part-ready"
