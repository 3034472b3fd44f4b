"""``make bench``: every figure, one after another."""

from bench import pages

pages.main()
