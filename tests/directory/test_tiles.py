"""The tile proxy: what it asks of a real server on the loopback, what it keeps, and what of the visitor it keeps back."""

import io
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from directory import checks, tile_views, tiles
from tests.factories.upstream import closed_port, saying, silent, upstream

ADDRESS = "/tiles/11/1161/632.png"  # over Ķekava
FILE = "11/1161/632.png"


def picture(colour="teal") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (256, 256), colour).save(written, "PNG")
    return written.getvalue()


PNG = picture()
TILE = saying(body=PNG, Content_Type="image/png")


@pytest.fixture
def folder(settings, tmp_path):
    settings.TILE_CACHE_DIR = str(tmp_path / "tiles")
    return tmp_path / "tiles"


@pytest.fixture
def served(settings, folder):
    """Start an upstream with an answer; the settings lead there."""
    opened = []

    def start(answer, *, allowed=True):
        context = upstream(answer)
        server = context.__enter__()
        opened.append(context)
        settings.TILE_URL = f"{server.url}/{{z}}/{{x}}/{{y}}.png"
        settings.OUTBOUND_ALLOW = [server.address] if allowed else []
        return server

    yield start
    for context in opened:
        context.__exit__(None, None, None)


def make_older(file, seconds):
    then = time.time() - seconds
    os.utime(file, (then, then))


# --- a tile, and who hears of it (no database: pytest-django would refuse a query) ---------------------------------


def test_tile_is_fetched_once_and_kept(served, folder, client):
    server = served(TILE)
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    assert (first.status_code, first["Content-Type"], first.content) == (200, "image/png", PNG)
    assert second.content == PNG
    assert [path for path, _headers in server.asked] == ["/11/1161/632.png"]
    assert (folder / FILE).read_bytes() == PNG


def test_browser_keeps_the_tile_and_asks_by_its_etag(served, client):
    served(TILE)
    response = client.get(ADDRESS)
    assert response["Cache-Control"] == "public, max-age=604800, stale-while-revalidate=2592000"
    assert response.cookies == {}
    again = client.get(ADDRESS, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_upstream_learns_of_the_site_and_nothing_of_the_visitor(served, settings, client):
    settings.SITE_URL, settings.WAGTAIL_SITE_NAME = "https://nvo.example.lv", "Ķekavas novada NVO"
    settings.TILE_CONTACT = "NVO platforma <karte@example.lv>"
    server = served(TILE)
    client.get(
        f"{ADDRESS}?who=anna",
        REMOTE_ADDR="198.51.100.7",
        headers={
            "User-Agent": "Browser of Anna",
            "Referer": "https://nvo.example.lv/slepena-lapa/",
            "X-Forwarded-For": "198.51.100.7",
            "Forwarded": "for=198.51.100.7",
            "Cookie": "sessionid=anna",
            "Accept-Language": "lv",
            "DNT": "1",
        },
    )
    assert server.asked == [
        (
            "/11/1161/632.png",
            {
                "Host": server.address,
                "User-Agent": "Kekavas-novada-NVO/1 (+https://nvo.example.lv; karte@example.lv)",
                "Referer": "https://nvo.example.lv/",
                "Accept": "image/png",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
        )
    ]


def test_only_reading_is_allowed(served, client):
    served(TILE)
    assert client.head(ADDRESS).status_code == 200
    assert client.post(ADDRESS).status_code == 405


# --- what is never asked for ---------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/tiles/20/594943/324025.png",
        "/tiles/11/2048/632.png",
        "/tiles/11/1161/2048.png",
        "/tiles/0/0/1.png",
        "/tiles/11/600/632.png",  # Canada
        "/tiles/11/1161/1400.png",  # far south
    ],
)
def test_tile_that_cannot_be_or_lies_outside_is_not_asked_for(served, client, address):
    server = served(TILE)
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (404, "public, max-age=86400")
    assert server.asked == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/tiles/-1/0/0.png", "/tiles/a/0/0.png", f"/tiles/1/{'9' * 5000}/0.png", "/tiles/1/0/0.jpg"]
)
def test_address_of_another_shape_is_no_tile(served, site, client, address):
    server = served(TILE)
    assert client.get(address).status_code == 404
    assert server.asked == []


@pytest.mark.parametrize(("z", "x", "y"), [(0, 0, 0), (5, 17, 9), (19, 297471, 162012)])
def test_tile_that_touches_the_extent_is_served(z, x, y):
    assert tiles.is_served(z, x, y) is True


def test_extent_is_a_setting(settings):
    settings.TILE_EXTENT = [24.1, 56.8, 24.2, 56.9]  # columns 9288.8 to 9293.4, rows 5027.8 to 5036.1 at zoom 14
    assert [tiles.is_served(14, x, 5030) for x in (9287, 9288, 9293, 9294)] == [False, True, True, False]
    assert [tiles.is_served(14, 9290, y) for y in (5026, 5027, 5036, 5037)] == [False, True, True, False]


@pytest.mark.django_db
def test_site_without_tiles_says_so(settings, folder, client):
    assert tile_views.address_of_tiles() == "/tiles/{z}/{x}/{y}.png"
    settings.TILE_URL = ""
    assert (tiles.are_there(), tile_views.address_of_tiles()) == (False, "")
    assert client.get(ADDRESS).status_code == 404
    assert not folder.exists()


# --- what may go wrong ---------------------------------------------------------------------------------------------

HUGE = saying(body=PNG + b"x" * tiles.MOST_BYTES, Content_Type="image/png")
ENDLESS = saying(body=PNG + b"x" * tiles.MOST_BYTES, Content_Type="image/png", Content_Length=None)
PAGE = saying(body=b"<html>", Content_Type="text/html")
PRETENDED = saying(body=b"<html>", Content_Type="image/png")
INWARD = saying(302, Location="http://127.0.0.1/")


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (HUGE, tiles.BROKEN_SECONDS),
        (ENDLESS, tiles.BROKEN_SECONDS),
        (PAGE, tiles.BROKEN_SECONDS),
        (PRETENDED, tiles.BROKEN_SECONDS),
        (INWARD, tiles.BROKEN_SECONDS),
        (saying(500), tiles.BROKEN_SECONDS),
        (saying(503), tiles.REST_SECONDS),
        (saying(429), tiles.REST_SECONDS),
        (saying(403), tiles.REST_SECONDS),
        (silent, tiles.REST_SECONDS),
    ],
    ids=["huge", "endless", "page", "pretended", "inward", "500", "503", "429", "403", "silent"],
)
def test_failure_is_answered_for_now_and_remembered(served, monkeypatch, folder, client, answer, seconds):
    monkeypatch.setattr(tiles, "FETCH_SECONDS", 0.4)
    server = served(answer)
    for _time in range(2):
        response = client.get(ADDRESS)
        assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
        assert response["Retry-After"] == str(seconds)
    assert len(server.asked) == 1
    assert not (folder / FILE).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("status", [404, 410])
def test_tile_that_is_not_there_is_remembered_for_a_day(served, folder, client, status):
    server = served(saying(status))
    for _time in range(2):
        response = client.get(ADDRESS)
        assert (response.status_code, response["Cache-Control"]) == (404, "public, max-age=86400")
    assert len(server.asked) == 1
    make_older((folder / FILE).with_suffix(".none"), 86_401)
    server.answer = TILE
    assert client.get(ADDRESS).content == PNG
    assert not (folder / FILE).with_suffix(".none").exists()


def test_broken_tile_leaves_the_others_alone(served, client):
    server = served(saying(500))
    assert client.get(ADDRESS).status_code == 503
    server.answer = TILE
    assert client.get("/tiles/11/1162/632.png").status_code == 200


def test_upstream_that_is_gone_is_left_alone_for_a_minute(served, settings, folder, client):
    port = closed_port()
    settings.TILE_URL = f"http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}.png"
    settings.OUTBOUND_ALLOW = [f"127.0.0.1:{port}"]
    assert client.get(ADDRESS).status_code == 503
    server = served(TILE)  # it is back, but nobody asks yet, for this tile or any other
    assert client.get("/tiles/11/1162/632.png").status_code == 503
    assert server.asked == []
    make_older(folder / "resting", tiles.REST_SECONDS + 1)
    assert client.get(ADDRESS).status_code == 200


def test_upstream_inside_the_network_is_refused_unless_allowed(served, client):
    server = served(TILE, allowed=False)
    assert client.get(ADDRESS).status_code == 503
    assert server.asked == []


@pytest.mark.parametrize("answer", [saying(500), saying(503), saying(404), silent], ids=["500", "503", "404", "silent"])
def test_old_tile_is_better_than_none(served, monkeypatch, folder, client, answer):
    monkeypatch.setattr(tiles, "FETCH_SECONDS", 0.4)
    server = served(TILE)
    client.get(ADDRESS)
    make_older(folder / FILE, tiles.FRESH_SECONDS + 1)
    server.answer = answer
    assert [client.get(ADDRESS).content for _time in range(2)] == [PNG, PNG]
    assert len(server.asked) == 2


def test_old_tile_is_asked_for_anew_and_stays_if_it_is_the_same(served, folder, client):
    server = served(TILE)
    client.get(ADDRESS)
    make_older(folder / FILE, tiles.FRESH_SECONDS + 1)
    server.answer = saying(304)
    assert [client.get(ADDRESS).content for _time in range(2)] == [PNG, PNG]
    assert len(server.asked) == 2
    assert "If-Modified-Since" not in server.asked[0][1]
    assert server.asked[1][1]["If-Modified-Since"].endswith(" GMT")
    make_older(folder / FILE, tiles.FRESH_SECONDS + 1)
    server.answer = saying(body=picture("red"), Content_Type="image/png")
    assert client.get(ADDRESS).content == picture("red")


def test_folder_that_cannot_be_used(served, folder, client):
    server = served(TILE)
    folder.write_text("a file where the folder should be")
    assert client.get(ADDRESS).status_code == 503
    assert server.asked == []


# --- many at once --------------------------------------------------------------------------------------------------


def test_many_who_want_one_tile_cause_one_fetch(served):
    def answer(handler):
        handler.server.stopping.wait(0.2)
        TILE(handler)

    server = served(answer)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _n: tiles.tile(11, 1161, 632).body, range(8)))
    assert found == [PNG] * 8
    assert len(server.asked) == 1


def test_upstream_is_asked_by_two_at_a_time(served):
    now, most, guard = [0], [0], threading.Lock()

    def answer(handler):
        with guard:
            now[0] += 1
            most[0] = max(most[0], now[0])
        handler.server.stopping.wait(0.1)
        with guard:
            now[0] -= 1
        TILE(handler)

    server = served(answer)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda x: tiles.tile(11, x, 632).body, range(1161, 1167)))
    assert found == [PNG] * 6
    assert (len(server.asked), most[0]) == (6, tiles.TOGETHER)


def test_rate_towards_the_upstream(served, settings, folder, client):
    server = served(TILE)
    settings.TILE_RATE = 0
    folder.mkdir()
    ledger = folder / "ledger.json"
    ledger.write_text(json.dumps({"tokens": 2, "at": time.time(), "bytes": 0}))
    statuses = [client.get(f"/tiles/11/{x}/632.png").status_code for x in (1161, 1162, 1163, 1161)]
    assert statuses == [200, 200, 503, 200]  # what is kept already costs nothing
    settings.TILE_RATE = 0.5
    ledger.write_text(json.dumps({**json.loads(ledger.read_text()), "at": time.time() - 4}))
    assert [client.get(f"/tiles/11/{x}/632.png").status_code for x in (1164, 1165)] == [200, 200]
    assert len(server.asked) == 4


def test_folder_stays_below_its_size_and_loses_the_oldest(served, settings, folder):
    settings.TILE_CACHE_MB = 1
    server = served(saying(body=PNG + b"\0" * 99_000, Content_Type="image/png"))
    for number, x in enumerate(range(1160, 1180)):
        tiles.tile(11, x, 632)
        make_older(folder / f"11/{x}/632.png", 1000 - number)
        assert sum(file.stat().st_size for file in folder.rglob("*.png")) <= 2**20
    kept = sorted(int(file.parent.name) for file in folder.rglob("*.png"))
    assert kept == list(range(1180 - len(kept), 1180))
    assert 5 <= len(kept) <= 10
    assert not (folder / "11/1160").exists()
    assert len(server.asked) == 20


def test_ledger_that_was_lost_is_counted_anew(served, settings, folder):
    served(TILE)
    tiles.tile(11, 1161, 632)
    known = json.loads((folder / "ledger.json").read_text())["bytes"]
    unfinished = folder / "11/1161/640.png.1.2.part"
    unfinished.write_bytes(b"half a tile")
    (folder / "ledger.json").write_text('{"tokens": 5, "a')
    tiles.tile(11, 1162, 632)
    assert json.loads((folder / "ledger.json").read_text())["bytes"] == 2 * known
    assert not unfinished.exists()


def test_reader_never_sees_half_a_tile(settings, folder):
    bodies = {tiles.PNG + bytes([number]) * 200_000 for number in (1, 2)}
    file = folder / FILE
    tiles.keep(file, min(bodies))
    done = threading.Event()

    def write():
        for _time in range(50):
            for body in bodies:
                tiles.keep(file, body)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = set()
    while not done.is_set():
        seen.add(file.read_bytes())
    writer.join()
    assert seen <= bodies
    assert [each.name for each in file.parent.iterdir()] == ["632.png"]


# --- at start-up ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "identity"),
    [
        ("TILE_URL", "https://tiles.example/{z}/{x}.png", "directory.E001"),
        ("TILE_EXTENT", [28.6, 55.4, 20.5, 58.3], "directory.E002"),
        ("TILE_EXTENT", [], "directory.E002"),
        ("TILE_EXTENT", [56.0, 20.0, 58.0], "directory.E002"),
    ],
)
def test_settings_that_cannot_work_are_told(settings, name, value, identity):
    assert [*checks.tiles_have_an_address(), *checks.tiles_have_an_extent()] == []
    setattr(settings, name, value)
    found = [*checks.tiles_have_an_address(), *checks.tiles_have_an_extent()]
    assert [each.id for each in found] == [identity]


def test_no_tiles_are_no_mistake(settings):
    settings.TILE_URL = ""
    assert checks.tiles_have_an_address() == []
