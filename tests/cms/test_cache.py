"""Counting in the cache of files: what the limits of public forms stand on."""

import threading
import time

import pytest

from cms.cache import FileCache


@pytest.fixture
def cache(tmp_path):
    return FileCache(str(tmp_path), {})


def test_counting_keeps_how_long_the_number_is_kept(cache, monkeypatch):
    now = time.time()
    cache.add("sent", 0, 7200)
    assert [cache.incr("sent"), cache.incr("sent", 2)] == [1, 3]
    monkeypatch.setattr(time, "time", lambda: now + 7000)
    assert cache.get("sent") == 3
    assert cache.incr("sent") == 4
    monkeypatch.setattr(time, "time", lambda: now + 7300)
    with pytest.raises(ValueError, match="not found"):
        cache.incr("sent")


def test_counting_what_is_not_there_is_an_error(cache):
    with pytest.raises(ValueError, match="not found"):
        cache.incr("sent")


def test_nobody_is_missed_who_counts_at_the_same_time(cache):
    cache.add("sent", 0, 60)

    def count():
        for _time in range(50):
            cache.incr("sent")

    threads = [threading.Thread(target=count) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.get("sent") == 200
