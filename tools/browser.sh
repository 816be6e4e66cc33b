#!/bin/sh
# Finds the browser of the tests, or installs it where that is possible; writes its path to .venv/browser.
set -eu

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
    [ -n "$name" ] && command -v "$name" && return
  done
  .venv/bin/python - <<'PY'
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    path = p.chromium.executable_path
    print(path if Path(path).exists() else "")
PY
}

found=$(find_browser)
if [ -z "$found" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "setup: installing chromium for the browser tests"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >.venv/browser.log 2>&1 || true
  found=$(find_browser)
fi
if [ -z "$found" ]; then
  echo "setup: no browser for the tests; install chromium (Debian, Ubuntu: apt-get install chromium), or run: .venv/bin/playwright install chromium, or name one: CHROMIUM=/path make test" >&2
  exit 1
fi
echo "$found" >.venv/browser
