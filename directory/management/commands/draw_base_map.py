import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from directory.base_map.drawing import DrawingError, collection, rows_of

DATA = settings.BASE_DIR / "directory" / "data"
MOST_BYTES = 40_000


class Command(BaseCommand):
    help = (
        "Draw the ground of the map: read the control points of the drawing, fit them to the settlements they are "
        "pinned to, and write GeoJSON. For another municipality: its own two tables, and MAP_DIR for the result."
    )

    def add_arguments(self, parser):
        parser.add_argument("--drawing", type=Path, default=DATA / "base_map.csv", help="table of control points")
        parser.add_argument("--settlements", type=Path, default=DATA / "settlements.csv", help="table of settlements")
        parser.add_argument("--to", type=Path, default=settings.BASE_DIR / "static" / "map" / "base.geojson")

    def handle(self, *, drawing, settlements, to, **options):
        try:
            drawn, fit = collection(rows_of(drawing), rows_of(settlements))
        except (DrawingError, OSError, KeyError, UnicodeDecodeError) as error:
            raise CommandError(f"{drawing.name}, {settlements.name}: {error}") from None
        text = json.dumps(drawn, ensure_ascii=False, separators=(",", ":")) + "\n"
        size = len(text.encode())
        if size > MOST_BYTES:
            raise CommandError(f"{size} bytes; the ground of the map is at most {MOST_BYTES}. Draw with fewer points.")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")
        if fit.off:
            self.stdout.write(
                f"Fitted to {len(fit.off)} pins: {fit.mean_metres:.0f} m off (root mean square), {max(fit.off):.0f} m at most."
            )
        self.stdout.write(f"{len(drawn['features'])} features, {size} bytes: {to}")
