"""The cache of one machine without Redis: files."""

import pickle
import random
import time
import zlib

from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks

TIDIED_ONCE_IN = 200


class FileCache(FileBasedCache):
    """Django's, with three differences.

    Django lists the whole folder at each writing to see whether it is full: here at one writing in 200. And it counts by
    reading and writing anew, which forgets how long the number was to be kept (a limit of an hour would end after five
    quiet minutes) and counts two at once as one: here a number is raised in its place, under a lock. And Django
    presses files as small as can be, which takes five times as long and saves a twentieth: here they are pressed lightly.
    """

    def incr(self, key, delta=1, version=None):
        try:
            with open(self._key_to_file(key, version), "r+b") as file:  # closing it gives the lock back
                locks.lock(file, locks.LOCK_EX)
                expiry = pickle.load(file)  # of our own
                if expiry is not None and expiry < time.time():
                    raise FileNotFoundError
                value = pickle.loads(zlib.decompress(file.read())) + delta
                file.seek(0)
                file.write(pickle.dumps(expiry, self.pickle_protocol))
                file.write(zlib.compress(pickle.dumps(value, self.pickle_protocol)))
                file.truncate()
                return value
        except FileNotFoundError:
            raise ValueError(f"Key '{key}' not found") from None

    def _write_content(self, file, timeout, value):
        file.write(pickle.dumps(self.get_backend_timeout(timeout), self.pickle_protocol))
        file.write(zlib.compress(pickle.dumps(value, self.pickle_protocol), level=1))

    def _cull(self):
        if random.random() < 1 / TIDIED_ONCE_IN:
            super()._cull()
