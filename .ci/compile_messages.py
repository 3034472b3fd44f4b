"""Compile the message catalogues that are newer than what was compiled of them; gettext need not be installed."""

from pathlib import Path

import polib

for source in sorted(Path("locale").glob("**/*.po")):
    target = source.with_suffix(".mo")
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        polib.pofile(str(source)).save_as_mofile(str(target))
        print(f"== Compiled {source}")
