"""``make bench``: every figure, one after another."""

from bench import directory, imports, pages

for part in (pages, directory, imports):
    part.main()
