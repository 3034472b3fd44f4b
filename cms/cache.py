"""The cache of one machine without Redis: files."""

import random

from django.core.cache.backends.filebased import FileBasedCache

TIDIED_ONCE_IN = 200


class FileCache(FileBasedCache):
    """Django's, which lists its whole folder at each writing to see whether it is full: here at one writing in 200."""

    def _cull(self):
        if random.random() < 1 / TIDIED_ONCE_IN:
            super()._cull()
