"""The drawn map in a real browser: its names are placed by estimated widths, here they are measured."""

import random
from pathlib import Path

import pytest

from directory.base_map import Point, base, svg

CSS = Path(__file__).resolve().parent.parent.parent / "static" / "css"
MEASURE = """() => {
  const found = {names: 0, faults: []};
  for (const map of document.querySelectorAll(".map")) {
    const frame = map.getBoundingClientRect();
    const boxes = (selector) => [...map.querySelectorAll(selector)]
      .filter((each) => each.getClientRects().length && each.closest("svg, g").getBoundingClientRect().width)
      .map((each) => [each.textContent, each.getBoundingClientRect()]);
    const names = boxes("text.map__place").filter(([, box]) => box.width);
    const marks = boxes(".map__marker, .map__cluster-ring");
    found.names += names.length;
    names.forEach(([name, a], number) => {
      if (a.left < frame.left || a.right > frame.right) found.faults.push(`${name} is cut off`);
      for (const [other, b] of [...names.slice(number + 1), ...marks]) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // The box of a line of text has air above and below its letters.
        if (across > 1.5 && down > a.height * .3) found.faults.push(`${name} on ${other || "a marker"}`);
      }
    });
  }
  return found;
}"""


def maps(chance: random.Random):
    west, south, east, north = base().bbox
    for number in range(24):
        part, x, y = chance.choice((1, 0.5, 0.2)), chance.uniform(west, east), chance.uniform(south, north)
        across, down = (east - west) * part / 2, (north - south) * part / 2
        box = (x - across, y - down, x + across, y + down)
        points = [
            Point(
                chance.uniform(box[0], box[2]),
                chance.uniform(box[1], box[3]),
                "venue",
                count=chance.choice((1, 9, 340)),
            )
            for _point in range(chance.choice((0, 4, 20)))
        ]
        yield svg(box, 640, 520, points, ident=f"map-{number}")


@pytest.mark.parametrize(("width", "names"), [(640, 150), (350, 60)])
def test_names_lie_on_nothing(chromium, width, names):
    style = (CSS / "tokens.css").read_text() + (CSS / "components" / "map.css").read_text()
    style += f".map {{ width: {width}px; height: {width * 520 // 640}px; }}"
    body = "".join(f'<div class="map">{drawn}</div>' for drawn in maps(random.Random(7)))
    page = chromium.new_page(viewport={"width": 700, "height": 700})
    page.set_content(f"<!doctype html><style>{style}</style>{body}")
    found = page.evaluate(MEASURE)
    page.close()
    assert found["faults"] == []
    assert found["names"] > names
