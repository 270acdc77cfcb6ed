"""Draw the demonstration pictures (1600 × 1000 JPEG) beside this file.

    python demo/pictures/draw.py [name …]

Without names every picture is drawn; `--sheet FILE` also writes a contact sheet. Needs Pillow and Debian's
`chromium` (it turns the SVG that the other modules compose into pixels). The brand files in `static/brand/`
come from `brand.py`.
"""

import argparse
from pathlib import Path

from gatherings import GATHERINGS
from landscapes import LANDSCAPES
from PIL import Image
from svg import document, raster, save_jpeg
from works import WORKS

HERE = Path(__file__).resolve().parent
SCENES = LANDSCAPES | GATHERINGS | WORKS
LIMIT = 178_000


def contact_sheet(names, target, columns=3, width=640):
    """All pictures side by side, to compare them."""
    height = width * 10 // 16
    sheet = Image.new("RGB", (columns * width, -(-len(names) // columns) * height), "white")
    for index, name in enumerate(names):
        with Image.open(HERE / f"{name}.jpg") as image:
            place = (index % columns * width, index // columns * height)
            sheet.paste(image.resize((width, height), Image.Resampling.LANCZOS), place)
    sheet.save(target, quality=88)


def main():
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description="Draw the demonstration pictures.")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(sorted(SCENES)))
    parser.add_argument("--sheet", type=Path, help="write a contact sheet of the pictures to this file")
    options = parser.parse_args()
    names = options.names or sorted(SCENES)
    if unknown := set(names) - set(SCENES):
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    for name in names:
        target = HERE / f"{name}.jpg"
        quality = save_jpeg(raster(document(SCENES[name]())), target, LIMIT)
        print(f"{target.name}: {target.stat().st_size // 1000} kB, quality {quality}")
    if options.sheet:
        contact_sheet(names, options.sheet)


if __name__ == "__main__":
    main()
