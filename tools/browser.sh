#!/bin/sh
# Finds the browser of the tests and fonts for its languages, or installs them where that is possible; writes the browser's path to .venv/browser.
set -eu

find_browser() {
  for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable chrome; do
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

missing_packages() {
  [ -n "$(find_browser)" ] || printf 'chromium '
  for pair in hi:fonts-lohit-deva zh:fonts-wqy-microhei; do
    command -v fc-list >/dev/null && [ -n "$(fc-list ":lang=${pair%%:*}")" ] || printf '%s ' "${pair#*:}"
  done
}

install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fontconfig "$@"; }

packages=$(missing_packages)
if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "setup: installing for the browser tests: $packages"
  # Debian's browser without windows is a quarter quicker than the whole one; Ubuntu does not have it.
  # shellcheck disable=SC2046,SC2086
  { apt-get update -qq && { install $(echo "$packages" | sed s/chromium/chromium-headless-shell/) || install $packages; }; } >.venv/browser.log 2>&1 || true
fi
found=$(find_browser)
if [ -z "$found" ]; then
  echo "setup: no browser for the tests; install chromium (Debian, Ubuntu: apt-get install chromium), or run: .venv/bin/playwright install chromium, or name one: CHROMIUM=/path make test" >&2
  exit 1
fi
echo "$found" >.venv/browser
