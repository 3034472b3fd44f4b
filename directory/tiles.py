"""Tiles of the map through a cache of our own: the upstream sees this server only, and each tile once a month.

A tile is a file, ``<folder>/<z>/<x>/<y>.png``; beside it ``<y>.none`` says that there is none. What several processes
have to agree on lies in the folder too, under locks of the system: one fetch per tile, few at a time, a rate, the sum of
all sizes, and that the upstream is left alone for a while after it failed. Knows no request.
"""

import contextlib
import fcntl
import hashlib
import json
import logging
import math
import os
import time
import unicodedata
from dataclasses import dataclass
from email.utils import formatdate, parseaddr
from pathlib import Path

from django.conf import settings

from home import http_client

logger = logging.getLogger(__name__)

DEEPEST = 19
FRESH_SECONDS = 30 * 86_400
BROWSER_SECONDS = 7 * 86_400
NONE_SECONDS = 86_400  # there is no such tile
BROKEN_SECONDS = 600  # it came, but was of no use
REST_SECONDS = 60  # the upstream as a whole
RATE_SECONDS = 5  # after which a page may ask again
FETCH_SECONDS = 5
WAIT_SECONDS = 2
TOGETHER = 2  # fetches at a time: what OpenStreetMap's rules for its tiles grant
BURST = 60  # tiles at once, before the rate sets in: two screens
MOST_BYTES = 512 * 1024
LOCKS = 128
BLOCK = 4096
PNG = b"\x89PNG\r\n\x1a\n"


class NoTileError(Exception):
    """There is no tile; ``seconds`` is for how long to believe it, ``is_for_now`` whether asking later may help."""

    def __init__(self, seconds: int, *, is_for_now: bool):
        self.seconds, self.is_for_now = seconds, is_for_now
        super().__init__(seconds)


@dataclass(frozen=True)
class Tile:
    body: bytes

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


def are_there() -> bool:
    """Whether this site has tiles at all; pages without them show the drawn map alone."""
    return bool(settings.TILE_URL)


def tile(z: int, x: int, y: int) -> Tile:
    """The tile, from the cache or from the upstream; an old one where no new one can be had.

    Raises:
        NoTileError: no such tile, none in the area that is served, or none for now.
    """
    if not are_there() or not is_served(z, x, y):
        raise NoTileError(NONE_SECONDS, is_for_now=False)
    file = folder() / str(z) / str(x) / f"{y}.png"
    if age(file) < FRESH_SECONDS:
        with contextlib.suppress(FileNotFoundError):
            return Tile(file.read_bytes())
    try:
        _believe_none(file)
        with locked(folder() / "locks" / str((x * 31 + y * 17 + z) % LOCKS), WAIT_SECONDS):
            if age(file) >= FRESH_SECONDS:
                _believe_none(file)
                _fetch(z, x, y, file)
        return Tile(file.read_bytes())
    except (NoTileError, OSError) as reason:
        with contextlib.suppress(OSError):
            return Tile(file.read_bytes())
        if isinstance(reason, NoTileError):
            raise
        logger.error("the folder of tiles cannot be used: %s", type(reason).__name__)
        raise NoTileError(REST_SECONDS, is_for_now=True) from None


def is_served(z: int, x: int, y: int) -> bool:
    """Whether there can be such a tile, and it touches ``TILE_EXTENT``."""
    if not (0 <= z <= DEEPEST and 0 <= x < 2**z and 0 <= y < 2**z):
        return False
    west, south, east, north = settings.TILE_EXTENT
    left, right = x / 2**z * 360 - 180, (x + 1) / 2**z * 360 - 180
    top, bottom = _latitude(y / 2**z), _latitude((y + 1) / 2**z)
    return left < east and west < right and bottom < north and south < top


def _latitude(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def folder() -> Path:
    return Path(settings.TILE_CACHE_DIR)


def age(file: Path) -> float:
    """Seconds since the file was written; without end if there is none."""
    try:
        return max(0.0, time.time() - file.stat().st_mtime)
    except OSError:
        return math.inf


def _believe_none(file: Path) -> None:
    """Raise what was found out about this tile not long ago."""
    marker = file.with_suffix(".none")
    try:
        seconds = int(marker.read_text())
    except (OSError, ValueError):
        return
    if age(marker) < seconds:
        raise NoTileError(seconds, is_for_now=seconds < NONE_SECONDS)


# --- the upstream -------------------------------------------------------------------------------------------------


def _fetch(z: int, x: int, y: int, file: Path) -> None:
    """Fetch the tile into its file, or note why not."""
    resting = folder() / "resting"
    if age(resting) < REST_SECONDS:
        raise NoTileError(REST_SECONDS, is_for_now=True)
    with _slot():
        _count_one()
        try:
            answer = _asked(z, x, y, file)
        except http_client.UnwantedError:
            _note_none(file, BROKEN_SECONDS)
        except http_client.OutboundError as error:
            logger.warning("tiles: %s; the upstream is left alone for a minute", type(error).__name__)
            _write(resting, b"")
            raise NoTileError(REST_SECONDS, is_for_now=True) from None
    if answer.status == 304:
        os.utime(file)
    elif answer.status == 200 and answer.body.startswith(PNG):
        keep(file, answer.body)
        file.with_suffix(".none").unlink(missing_ok=True)
    elif answer.status in (404, 410):
        _note_none(file, NONE_SECONDS)
    elif answer.status in (403, 429, 503):
        logger.warning("tiles: the upstream refuses with %s", answer.status)
        _write(resting, b"")
        raise NoTileError(REST_SECONDS, is_for_now=True)
    else:
        _note_none(file, BROKEN_SECONDS)


def _asked(z: int, x: int, y: int, file: Path) -> http_client.Answer:
    url = settings.TILE_URL
    for name, number in (("{z}", z), ("{x}", x), ("{y}", y)):
        url = url.replace(name, str(number))
    headers = {"User-Agent": user_agent(), "Referer": f"{settings.SITE_URL}/", "Accept": "image/png"}
    with contextlib.suppress(OSError):
        headers["If-Modified-Since"] = formatdate(file.stat().st_mtime, usegmt=True)
    return http_client.fetch(url, seconds=FETCH_SECONDS, most_bytes=MOST_BYTES, types={"image/png"}, headers=headers)


def user_agent() -> str:
    """Who asks, and whom to write to, in plain letters."""
    plain = unicodedata.normalize("NFKD", settings.WAGTAIL_SITE_NAME).encode("ascii", "ignore").decode()
    name = "-".join("".join(c if c.isalnum() else " " for c in plain).split()) or "map"
    contact = parseaddr(settings.TILE_CONTACT)[1].encode("ascii", "ignore").decode()
    return f"{name}/1 (+{settings.SITE_URL}; {contact})"


def _note_none(file: Path, seconds: int) -> None:
    keep(file.with_suffix(".none"), str(seconds).encode())
    raise NoTileError(seconds, is_for_now=seconds < NONE_SECONDS)


# --- what the processes share -------------------------------------------------------------------------------------


@contextlib.contextmanager
def locked(file: Path, seconds: float):
    """The file's lock, among threads and processes of this machine.

    Raises:
        NoTileError: somebody else holds it for longer than ``seconds``.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    with file.open("a+") as opened:
        while True:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise NoTileError(WAIT_SECONDS, is_for_now=True) from None
                time.sleep(0.02)
        yield opened


@contextlib.contextmanager
def _slot():
    """One of ``TOGETHER``; whoever finds all taken waits a little for any of them."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        for number in range(TOGETHER):
            with contextlib.ExitStack() as stack:
                try:
                    stack.enter_context(locked(folder() / "locks" / f"slot-{number}", 0))
                except NoTileError:
                    continue
                yield
                return
        if time.monotonic() >= until:
            raise NoTileError(WAIT_SECONDS, is_for_now=True)
        time.sleep(0.05)


@contextlib.contextmanager
def _ledger():
    """``tokens`` left to fetch with, ``at`` that time, ``bytes`` in the folder; written back at the end."""
    with locked(folder() / "ledger.json", WAIT_SECONDS) as file:
        file.seek(0)
        try:
            entries = json.load(file)
            values = {name: float(entries[name]) for name in ("tokens", "at", "bytes")}
        except (ValueError, LookupError, TypeError):
            values = {"tokens": float(BURST), "at": time.time(), "bytes": float(_prune(math.inf))}
        try:
            yield values
        finally:
            file.seek(0)
            file.truncate()
            json.dump(values, file)


def _count_one() -> None:
    """Take the right to one fetch: ``TILE_RATE`` a second, ``BURST`` saved up at most."""
    with _ledger() as values:
        now = time.time()
        saved = values["tokens"] + max(0.0, now - values["at"]) * settings.TILE_RATE
        values["at"], values["tokens"] = now, min(float(BURST), saved)
        if values["tokens"] < 1:
            raise NoTileError(RATE_SECONDS, is_for_now=True)
        values["tokens"] -= 1


def keep(file: Path, body: bytes) -> None:
    """Write the file whole or not at all, and make room first where the folder has reached ``TILE_CACHE_MB``."""
    most = settings.TILE_CACHE_MB * 2**20
    with _ledger() as values:
        values["bytes"] += _room(len(body)) - (_room(file.stat().st_size) if file.exists() else 0)
        if values["bytes"] > most:
            values["bytes"] = _prune(most * 0.8 - _room(len(body))) + _room(len(body))
        _write(file, body)


def _write(file: Path, body: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.{time.monotonic_ns()}.part")
    try:
        unfinished.write_bytes(body)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _room(size: int) -> int:
    """What a file takes on the disk."""
    return (size // BLOCK + 1) * BLOCK


def _prune(most: float) -> int:
    """Remove the oldest files until no more than ``most`` bytes are left; returns how many are."""
    found = []
    for file in folder().glob("*/*/*"):
        if file.suffix == ".part":  # of a process that ended in the middle; who writes holds the ledger, as we do
            file.unlink(missing_ok=True)
        elif file.suffix in (".png", ".none"):
            stat = file.stat()
            found.append((stat.st_mtime, _room(stat.st_size), file))
    total = sum(room for _at, room, _file in found)
    for _at, room, file in sorted(found):
        if total <= most:
            break
        file.unlink()
        with contextlib.suppress(OSError):
            file.parent.rmdir()
        total -= room
    return total
