#!/bin/sh
# Remakes static/css/site.css from these files and the Bootstrap partials in _bootstrap.scss. Needed only when a style changes: npm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${STYLES_WORK:-$(mktemp -d)}
test -n "${STYLES_WORK:-}" || trap 'rm -rf "$work"' EXIT
out="$here/../static/css"
mkdir -p "$out"

test -d "$work/node_modules/bootstrap" || (cd "$work" && npm install --silent --ignore-scripts --no-save bootstrap@5.3.9 sass@1.108.2)
"$work/node_modules/.bin/sass" --no-source-map --style=compressed --no-charset --quiet-deps \
  --silence-deprecation=import,global-builtin,color-functions,if-function \
  --load-path="$work/node_modules" "$here/site.scss" "$out/site.css"
cp "$work/node_modules/bootstrap/LICENSE" "$here/LICENSE-bootstrap"
(cd "$out" && sha256sum site.css) >"$here/CHECKSUM"
printf 'site.css: %s bytes, %s with gzip\n' "$(wc -c <"$out/site.css")" "$(gzip -9 -c "$out/site.css" | wc -c)"
