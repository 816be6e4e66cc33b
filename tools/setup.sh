#!/bin/sh
# Usage: setup.sh PART… (site, test, editor). Makes .venv with the exact versions of constraints.txt, or repairs it; says what is wrong if it cannot.
set -eu
asked=${PYTHON:-}
here=$(pwd)
stop() { echo "setup: $1" >&2; exit 1; }

# Which Python this is: two with the same answer are the same.
identity() { "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3], sys.base_prefix)' 2>/dev/null; }

# Is there a Python for .venv? It needs 3.11 or newer.
usable() {
  command -v "$1" >/dev/null || stop "no $1 found; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3"
  status=0; "$1" -c 'import sys; sys.exit(3 * (sys.version_info < (3, 11)))' 2>/dev/null || status=$?
  [ "$status" != 3 ] || stop "$("$1" --version 2>&1) is too old; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3.11"
  [ -n "$(identity "$1")" ] || stop "$1 does not start; install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3"
}

# Can .venv stay? Not if it was interrupted, if its Python is gone or is not the one that was asked for, or if the folder was moved.
kept() {
  [ ! -e .venv/unfinished ] && own=$(identity .venv/bin/python) || return 1
  [ -z "$asked" ] || [ "$own" = "$(identity "$asked")" ] || return 1
  for file in .venv/*-ready; do [ ! -s "$file" ] || [ "$(head -n 1 "$file")" = "$here" ] || return 1; done
}

# What a part is made from; the same again means that there is nothing to do.
source_of() {
  echo "$here"
  cat constraints.txt pyproject.toml | cksum
  [ "$1" != editor ] || cksum <tools/editor/package-lock.json
}
ready() { [ "$(cat ".venv/$1-ready" 2>/dev/null)" = "$(source_of "$1")" ]; }
all_ready() { kept && for part in "$@"; do ready "$part" || return 1; done; }

[ -z "$asked" ] || usable "$asked"
all_ready "$@" && exit
python=${asked:-.venv/bin/python}
identity "$python" >/dev/null || { python=python3; usable "$python"; }

[ -w constraints.txt ] || stop "nothing can be written in $here; copy the guide to a folder of your own"
exec 9>>constraints.txt # one set-up at a time: the lock lasts as long as this script and what it starts
lock='import fcntl, sys; fcntl.flock(9, fcntl.LOCK_EX | (fcntl.LOCK_NB if sys.argv[1:] else 0))'
"$python" -c "$lock" now 2>/dev/null || { echo "setup: another make is setting up; waiting for it"; "$python" -c "$lock"; }
all_ready "$@" && exit

if ! kept || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  python=${asked:-python3}
  usable "$python"
  if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "this Python has no venv; install it, on Debian or Ubuntu: apt-get install python3-venv"
    echo "setup: installing python3-venv"
    { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null || stop "could not install python3-venv; install it by hand"
  fi
  [ ! -e .venv ] || echo "setup: .venv is unfinished, was moved or has another Python; making it again"
  echo "setup: virtual environment in .venv ($("$python" --version))"
  rm -rf .venv
  mkdir .venv
  touch .venv/unfinished
  said=$("$python" -m venv .venv 2>&1) || { echo "$said" | tail -n 3 >&2; stop "$python could not make .venv, for the reason above"; }
  rm .venv/unfinished
fi

pip() { .venv/bin/python -m pip install --disable-pip-version-check -c constraints.txt "$@"; }
fail() { # show the cause that was named; blame the network only if it was the network
  lost='ProxyError|NewConnectionError|NameResolution|Network is unreachable|Connection refused|timed out|Timeout'
  cause=$(sed -n 's/^.*ERROR: *//p' "$log" | tail -n 3)
  if grep -qE "$lost" "$log" && echo "$cause" | grep -qE "versions: none|ResolutionImpossible|Max retries|$lost"; then
    proxy=$(LC_ALL=C grep -oE "Tunnel connection failed: [0-9]+ [A-Za-z ]+" "$log" | tail -n 1) # in Turkish, i is not between a and z
    stop "$1 could not reach its packages${proxy:+ (the proxy says: $proxy)}, see $log; it needs a network: connect, then run the same command again"
  fi
  { [ -n "$cause" ] && echo "$cause" || tail -n 3 "$log"; } >&2
  stop "$1 failed for the reason above, see $log"
}

# On Linux pip may know only a PyTorch with CUDA: take the CPU build where there is one, say what it costs where there is none.
torch() {
  version=$(sed -n 's/^torch==//p' constraints.txt)
  .venv/bin/python -m pip show torch 2>/dev/null | grep -q "^Version: $version" && return
  wanted=torch==$version
  case "$(uname) $(.venv/bin/python -m pip index versions torch 2>/dev/null)" in
    *" $version+cpu"*) wanted=$wanted+cpu; echo "setup: PyTorch $version, CPU build (0.2 GB, if pip has not kept it)" ;;
    Linux*) echo "setup: pip knows only the PyTorch $version with CUDA: 2.7 GB to download. The CPU build is 0.2 GB and enough: to take it, stop now (Ctrl-C)," \
      "look up “pip, CPU” in PyTorch's installation guide, and put the address that it names first: PIP_EXTRA_INDEX_URL=… make test" ;;
    *) echo "setup: PyTorch $version" ;;
  esac
  pip --log "$log" "$wanted" # not quiet: pip shows how far it is
}

for part in "$@"; do
  ready "$part" && continue
  log=.venv/setup-$part.log
  : >"$log"
  case $part in
    site)
      echo "setup: MkDocs, Material (half a minute to two minutes)"
      { pip setuptools && pip --no-build-isolation -e .; } >>"$log" 2>&1 || fail pip ;;
    test)
      torch 2>>"$log" || fail pip
      echo "setup: the test tools (half a minute to two minutes)"
      pip --no-build-isolation -e ".[test]" >>"$log" 2>&1 || fail pip ;;
    editor)
      echo "setup: what the editor is built from (a few seconds)"
      .venv/bin/python -m tools.bundle install >>"$log" 2>&1 || fail npm ;;
  esac
  source_of "$part" >".venv/$part-ready"
done
