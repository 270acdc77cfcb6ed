#!/bin/sh
# Makes static/fonts/heading.woff2: Lora Bold (SIL Open Font License), cut down to Vietnamese and English.
# Needed only to remake it: npm and python3-venv. "Lora" is a reserved font name, so the cut font is renamed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out="$here/../static/fonts"
mkdir -p "$out"

(cd "$work" && npm install --silent --ignore-scripts --no-save @expo-google-fonts/lora@0.4.2 @fontsource/lora@5.3.0)
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'fonttools==4.68.0' 'brotli==1.2.1'

# ASCII, Latin-1 letters in use, Vietnamese (ă â đ ê ô ơ ư with every tone), combining marks, dashes, quotes, ellipsis, đồng, arrows.
"$work/venv/bin/pyftsubset" "$work/node_modules/@expo-google-fonts/lora/700Bold/Lora_700Bold.ttf" \
  --unicodes='U+20-7E,U+A0,U+A9,U+AB,U+B0,U+B2,U+B3,U+B7,U+BB,U+C0-C3,U+C8-CA,U+CC,U+CD,U+D2-D5,U+D7,U+D9,U+DA,U+DD,U+E0-E3,U+E8-EA,U+EC,U+ED,U+F2-F5,U+F7,U+F9,U+FA,U+FD,U+102,U+103,U+110,U+111,U+128,U+129,U+168,U+169,U+1A0,U+1A1,U+1AF,U+1B0,U+300-303,U+306,U+309,U+31B,U+323,U+1EA0-1EF9,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+20AB' \
  --layout-features='kern,mark,mkmk,ccmp,locl,liga' --no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14' \
  --output-file="$work/heading.ttf"
"$work/venv/bin/python" - "$work/heading.ttf" "$out/heading.woff2" <<'PY'
import sys
from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6):
        record.string = "MatTranHeading-Bold" if record.nameID == 6 else "Mat Tran Heading"
font.flavor = "woff2"
font.save(sys.argv[2])
PY
cp "$work/node_modules/@fontsource/lora/LICENSE" "$out/OFL.txt"
wc -c "$out/heading.woff2"
