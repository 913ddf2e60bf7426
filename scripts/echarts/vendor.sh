#!/bin/sh
# Makes reports/style/site/echarts.js again: the parts of Apache ECharts that the site uses, bundled and minified.
# Needs Node and npm; the product needs neither. Usage: scripts/echarts/vendor.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
echarts=6.1.0
esbuild=0.28.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/parts.mjs" "$work/parts.mjs"
cd "$work"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund "echarts@$echarts" "esbuild@$esbuild" >/dev/null 2>&1
banner="/*! Apache ECharts $echarts (https://echarts.apache.org), Copyright The Apache Software Foundation, Apache-2.0; parts of it, bundled by scripts/echarts/vendor.sh. Contains zrender (BSD-3-Clause, Copyright Baidu Inc.) and tslib (0BSD). */"
out="$here/../../reports/style/site"
mkdir -p "$out"
npx esbuild parts.mjs --bundle --minify --format=iife --target=es2018 --charset=utf8 --legal-comments=none \
    "--banner:js=$banner" "--outfile=$out/echarts.js" --log-level=warning
{
    cat node_modules/echarts/NOTICE
    echo
    echo "zrender is under the following licence:"
    echo
    cat node_modules/zrender/LICENSE
} > "$out/echarts.txt"
