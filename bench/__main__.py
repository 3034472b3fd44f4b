"""``make bench``: every figure, one after another."""

from bench import directory, events, imports, pages, ways

for part in (pages, directory, imports, events, ways):
    part.main()
