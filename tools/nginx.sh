#!/bin/sh
# Finds the nginx of the tests, or unpacks the distribution's into .venv/nginx, without installing a service; writes its path to .venv/nginx-path.
set -eu
found=$(command -v nginx || ls /usr/sbin/nginx .venv/nginx/usr/sbin/nginx 2>/dev/null | head -n 1 || true)
if [ -z "$found" ] && command -v apt-get >/dev/null; then
  mkdir -p .venv/nginx
  (cd .venv/nginx && apt-get download nginx nginx-common; apt-get download libnginx-mod-http-brotli-static; for file in *.deb; do dpkg -x "$file" .; done) >.venv/nginx.log 2>&1 || true
  found=$(ls .venv/nginx/usr/sbin/nginx 2>/dev/null || true)
fi
[ -z "$found" ] || "$found" -v 2>/dev/null || found=
[ -n "$found" ] || echo "setup: no nginx; the test of hosting/nginx.conf will be skipped (Debian, Ubuntu: apt-get install nginx)" >&2
echo "$found" >.venv/nginx-path
