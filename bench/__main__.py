"""``make bench``: every figure, one after another."""

from bench import directory, events, imports, pages

for part in (pages, directory, imports, events):
    part.main()
