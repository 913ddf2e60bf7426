"""Writes the README of the vendored fonts: where they come from, what they hold and what they lack."""

import os
import sys

from fontTools.ttLib import TTFont

folder, unicodes, version, fonttools = sys.argv[1:5]
wanted = {int(line[2:], 16) for line in open(unicodes, encoding="ascii")}
print(f"""# Fonts

Subsets of Noto Sans SC and Noto Serif SC (SIL Open Font License 1.1, see OFL.txt), from the npm packages
`@expo-google-fonts/noto-sans-sc` and `@expo-google-fonts/noto-serif-sc` {version}, cut with fonttools {fonttools}.

Made by `scripts/fonts/vendor.sh`; the character set is in `scripts/fonts/charset.py` (GB 2312, ASCII, marks of a
statistical bulletin, name characters that GB 2312 lacks). {len(wanted):,} characters are asked for.

| file | bytes | characters | asked for, not in the original |
|---|---:|---:|---|""")
for name in sorted(os.listdir(folder)):
    if name.endswith(".ttf"):
        path = os.path.join(folder, name)
        held = set(TTFont(path).getBestCmap())
        lacks = "".join(chr(code) for code in sorted(wanted - held) if code not in (0x200B,))
        print(f"| {name} | {os.path.getsize(path):,} | {len(held):,} | {lacks or '—'} |")
