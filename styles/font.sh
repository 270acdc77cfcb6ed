#!/bin/sh
# Makes static/fonts/: Lora (SIL Open Font License), cut down to Vietnamese and English. Bold for headings; Regular for printed sheets
# only, which have no other letters to count on: no visitor loads it.
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
letters='U+20-7E,U+A0,U+A9,U+AB,U+B0,U+B2,U+B3,U+B7,U+BB,U+C0-C3,U+C8-CA,U+CC,U+CD,U+D2-D5,U+D7,U+D9,U+DA,U+DD,U+E0-E3,U+E8-EA,U+EC,U+ED,U+F2-F5,U+F7,U+F9,U+FA,U+FD,U+102,U+103,U+110,U+111,U+128,U+129,U+168,U+169,U+1A0,U+1A1,U+1AF,U+1B0,U+300-303,U+306,U+309,U+31B,U+323,U+1EA0-1EF9,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+20AB'

# cut SOURCE NAME FILE
cut_font() {
  "$work/venv/bin/pyftsubset" "$work/node_modules/@expo-google-fonts/lora/$1" --unicodes="$letters" \
    --layout-features='kern,mark,mkmk,ccmp,locl,liga' --no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14' \
    --output-file="$work/cut.ttf"
  "$work/venv/bin/python" - "$work/cut.ttf" "$2" "$out/$3" <<'PY'
import sys
from fontTools.ttLib import TTFont

source, name, target = sys.argv[1:]
font = TTFont(source)
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6):
        record.string = name.replace(" ", "") if record.nameID == 6 else name
font.flavor = "woff2"
font.save(target)
PY
  wc -c "$out/$3"
}

cut_font 700Bold/Lora_700Bold.ttf "Mat Tran Heading" heading.woff2
cut_font 400Regular/Lora_400Regular.ttf "Mat Tran Paper" paper.woff2
cp "$work/node_modules/@fontsource/lora/LICENSE" "$out/OFL.txt"
