#!/usr/bin/env bash
# Makes reports/style/fonts again from the npm packages that carry Noto Sans SC and Noto Serif SC (OFL-1.1).
# Needs npm and python3 with venv; the product needs neither. Usage: scripts/fonts/vendor.sh
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
fonts="$here/../../reports/style/fonts"
version=0.4.3
fonttools=4.68.0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install "fonttools==$fonttools"
(cd "$work" && npm pack --silent "@expo-google-fonts/noto-sans-sc@$version" "@expo-google-fonts/noto-serif-sc@$version" >/dev/null)
for kind in sans serif; do
  mkdir -p "$work/$kind"
  tar -xzf "$work/expo-google-fonts-noto-$kind-sc-$version.tgz" -C "$work/$kind"
done
python3 "$here/charset.py" > "$work/unicodes.txt"

mkdir -p "$fonts"
subset() { # kind, weight folder, name in the package, name here
  "$work/venv/bin/pyftsubset" "$work/$1/package/$2/$3.ttf" --unicodes-file="$work/unicodes.txt" \
    --output-file="$fonts/$4" --no-hinting --drop-tables+=vhea,vmtx,BASE --layout-features=kern,locl \
    --name-IDs="*" --notdef-outline --no-recalc-timestamp
}
subset sans 400Regular NotoSansSC_400Regular NotoSansSC-Regular.ttf
subset sans 700Bold NotoSansSC_700Bold NotoSansSC-Bold.ttf
subset serif 400Regular NotoSerifSC_400Regular NotoSerifSC-Regular.ttf
subset serif 700Bold NotoSerifSC_700Bold NotoSerifSC-Bold.ttf
cp "$work/sans/package/LICENSE_FONT" "$fonts/OFL.txt"
"$work/venv/bin/python" "$here/describe.py" "$fonts" "$work/unicodes.txt" "$version" "$fonttools" > "$fonts/README.md"
