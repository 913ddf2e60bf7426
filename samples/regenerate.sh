#!/bin/sh
# Makes the committed synthetic set anew: the same bytes, unless the generator or a contract changed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
"$here/../ipw" sample --out "$new" --rows 20000 --seed 20260930 --defects 0.01 --source all
rm -rf "$here/exports"
mv "$new/exports" "$new/manifest.json" "$new/README.md" "$here/"
