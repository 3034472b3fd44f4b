"""Draw the demo's pictures: ``python -m cms.demo.illustrations.draw [name …]`` writes cms/demo/images/<name>.webp.

For whoever changes a drawing; the pictures themselves are committed, so loading the demo needs no browser. Chromium
rasterises the SVG (playwright, a development requirement), Pillow packs it.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from cms.demo.illustrations import landscapes, scenes
from cms.demo.illustrations.hand import PICTURES

IMAGES = Path(__file__).resolve().parent.parent / "images"
LARGEST = 150_000


def registered() -> dict[str, tuple[int, int, str]]:
    """Every picture by name: width, height, SVG."""
    for picture in (*landscapes.LANDSCAPES, *scenes.SCENES):
        picture()
    return PICTURES


def packed(png: bytes) -> bytes:
    """WebP of the best quality that stays below ``LARGEST``."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (90, 84, 76, 68):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= LARGEST:
            break
    return buffer.getvalue()


def draw(names: list[str]) -> None:
    pictures = registered()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name in names or pictures:
            width, height, svg = pictures[name]
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_content(f'<body style="margin:0">{svg}</body>')
            data = packed(page.screenshot())
            page.close()
            (IMAGES / f"{name}.webp").write_bytes(data)
            print(f"{name}.webp", len(data))
        browser.close()


if __name__ == "__main__":
    draw(sys.argv[1:])
