"""The guarded client: where it does not go, and when it stops listening. The servers are real, on the loopback."""

import socket
import threading

import pytest

from home import http_client
from home.http_client import RefusedError, TooSlowError, UnreachableError, UnwantedError, fetch
from tests.factories.upstream import closed_port, saying, silent, trickling, upstream

LIMITS = {"seconds": 5, "most_bytes": 1000}
HURRIED = {"seconds": 0.6, "most_bytes": 1000}


@pytest.fixture
def served(settings):
    """Start a server with an answer, and allow its address."""
    opened = []

    def start(answer):
        context = upstream(answer)
        server = context.__enter__()
        opened.append(context)
        settings.OUTBOUND_ALLOW = [*settings.OUTBOUND_ALLOW, server.address]
        return server

    settings.OUTBOUND_ALLOW = []
    yield start
    for context in opened:
        context.__exit__(None, None, None)


@pytest.fixture
def names(monkeypatch):
    """A name server: each name has a list of answers, given one after the other, the last one for ever."""
    real, known = socket.getaddrinfo, {}

    def look_up(host, port, *args, **kwargs):
        if host not in known:
            return real(host, port, *args, **kwargs)
        answers = known[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [entry for address in addresses for entry in real(address, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


# --- where it does not go -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["151.101.2.132", "2a04:4e42::644", "::ffff:151.101.2.132", "2002:9765:284::1", "64:ff9b::9765:284"]
)
def test_addresses_of_the_open_internet_are_public(address):
    assert http_client.is_public(address) is True


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.5.4",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "fc00::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "2002:7f00:1::1",  # 6to4 of 127.0.0.1
        "64:ff9b::a00:1",  # NAT64 of 10.0.0.1
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",  # Teredo
    ],
)
def test_addresses_of_networks_inside_are_not(address):
    assert http_client.is_public(address) is False


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", "not public"),
        ("http://localhost/", "not public"),
        ("http://[::1]/", "not public"),
        ("http://[::ffff:127.0.0.1]/", "not public"),
        ("http://2130706433/", "not public"),
        ("http://127.1/", "not public"),
        ("http://0/", "not public"),
        ("http://169.254.169.254/latest/meta-data/", "not public"),
        ("https://10.0.0.1/", "not public"),
        ("http://192.0.2.1:8080/", "port 8080"),
        ("https://192.0.2.1:80/", "port 80"),
        ("http://192.0.2.1:99999/", "no address"),
        ("http://a..b/", "no address"),
        ("http://anna:secret@192.0.2.1/", "without a user"),
        ("http://@192.0.2.1/", "without a user"),
        ("http:///path", "with a host"),
        ("ftp://192.0.2.1/", "only http"),
        ("file:///etc/passwd", "only http"),
        ("gopher://192.0.2.1/", "only http"),
        ("//192.0.2.1/", "only http"),
        ("", "only http"),
    ],
)
def test_address_that_is_refused(url, reason, settings):
    settings.OUTBOUND_ALLOW = []
    with pytest.raises(RefusedError, match=reason):
        fetch(url, **LIMITS)


def test_loopback_is_not_asked_even_where_a_server_listens(served, settings):
    server = served(saying(body=b"secret"))
    settings.OUTBOUND_ALLOW = [f"127.0.0.1:{closed_port()}"]
    with pytest.raises(RefusedError):
        fetch(server.url, **LIMITS)
    assert server.asked == []


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["151.101.2.132", "127.0.0.1"], ["127.0.0.1", "151.101.2.132"]])
def test_every_address_of_a_name_has_to_be_public(names, settings, addresses):
    settings.OUTBOUND_ALLOW = []
    names["tiles.example"] = [addresses]
    with pytest.raises(RefusedError):
        fetch("http://tiles.example/", **LIMITS)


def test_name_is_looked_up_once_and_that_address_is_connected_to(served, names, settings):
    server = served(saying(body=b"first"))
    settings.OUTBOUND_ALLOW = [f"tiles.example:{server.server_port}"]
    names["tiles.example"] = [["127.0.0.1"], ["192.0.2.1"]]  # rebound after the first look-up
    answer = fetch(f"http://tiles.example:{server.server_port}/x", **HURRIED)
    assert answer.body == b"first"
    assert server.asked[0][1]["Host"] == f"tiles.example:{server.server_port}"


def test_second_address_is_tried_where_the_first_does_not_take_us(served, names, settings):
    server = served(saying(body=b"second"))
    settings.OUTBOUND_ALLOW = [f"tiles.example:{server.server_port}"]
    names["tiles.example"] = [["127.0.0.2", "127.0.0.1"]]
    assert fetch(f"http://tiles.example:{server.server_port}/", **LIMITS).body == b"second"


def test_redirect_to_the_loopback_is_refused(served, settings):
    inside = served(saying(body=b"secret"))
    outside = served(saying(302, Location=f"{inside.url}/admin"))
    settings.OUTBOUND_ALLOW = [outside.address]
    with pytest.raises(RefusedError):
        fetch(outside.url, redirects=3, **LIMITS)
    assert inside.asked == []


def test_redirect_to_another_scheme_is_refused(served):
    server = served(saying(302, Location="file:///etc/passwd"))
    with pytest.raises(RefusedError):
        fetch(server.url, redirects=3, **LIMITS)


def test_redirects_come_to_an_end(served):
    server = served(saying(302, Location="/again"))
    with pytest.raises(RefusedError):
        fetch(server.url, redirects=3, **LIMITS)
    assert len(server.asked) == 4


def test_redirect_is_followed_where_that_is_wanted(served):
    def answer(handler):
        saying(301, Location="/new")(handler) if handler.path == "/old" else saying(body=b"here")(handler)

    server = served(answer)
    found = fetch(f"{server.url}/old", redirects=1, **LIMITS)
    assert (found.url, found.status, found.body) == (f"{server.url}/new", 200, b"here")
    assert fetch(f"{server.url}/old", **LIMITS).status == 301


def test_proxy_of_the_environment_is_not_used(served, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")
    assert fetch(served(saying(body=b"direct")).url, **LIMITS).body == b"direct"


# --- what it takes ------------------------------------------------------------------------------------------------


def test_answer_with_status_headers_and_body(served):
    server = served(saying(body=b"abc", Content_Type="text/plain", X_Any="1"))
    answer = fetch(f"{server.url}/ķ?q=ā b", headers={"User-Agent": "test"}, **LIMITS)
    assert (answer.status, answer.body, answer.headers["x-any"]) == (200, b"abc", "1")
    path, headers = server.asked[0]
    assert path == "/%C4%B7?q=%C4%81%20b"
    assert headers == {
        "Host": server.address,
        "Accept-Encoding": "identity",
        "User-Agent": "test",
        "Connection": "close",
    }


@pytest.mark.parametrize("status", [304, 404, 410, 500, 503])
def test_other_status_is_an_answer_without_body(served, status):
    server = served(saying(status, b"x" * 5000 if status != 304 else b"", Content_Type="text/html"))
    answer = fetch(server.url, types={"image/png"}, **LIMITS)
    assert (answer.status, answer.body) == (status, b"")


def test_head_reads_no_body(served):
    server = served(saying(body=b"x" * 5000))
    assert fetch(server.url, method="HEAD", **LIMITS).status == 200


def test_body_above_the_limit_is_dropped(served):
    server = served(saying(body=b"x" * 5000, Content_Length=None))
    with pytest.raises(UnwantedError, match="too large"):
        fetch(server.url, **LIMITS)


def test_body_that_is_announced_too_large_is_not_waited_for(served):
    def answer(handler):
        saying(Content_Length=5000)(handler)
        silent(handler)

    with pytest.raises(UnwantedError, match="too large"):
        fetch(served(answer).url, **HURRIED)


def test_body_at_the_limit_is_taken(served):
    assert len(fetch(served(saying(body=b"x" * 1000)).url, **LIMITS).body) == 1000


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", None])
def test_another_type_is_not_taken(served, kind):
    server = served(saying(body=b"x", Content_Type=kind))
    with pytest.raises(UnwantedError, match="type"):
        fetch(server.url, types={"image/png"}, **LIMITS)


def test_type_is_compared_without_parameters_and_case(served):
    server = served(saying(body=b"x", Content_Type="Image/PNG; q=1"))
    assert fetch(server.url, types={"image/png"}, **LIMITS).body == b"x"


def test_compressed_body_is_not_taken(served):
    server = served(saying(body=b"x", Content_Encoding="gzip"))
    with pytest.raises(UnwantedError, match="compressed"):
        fetch(server.url, **LIMITS)


def test_body_that_is_cut_short_is_no_body(served):
    server = served(saying(body=b"x", Content_Length=900))
    with pytest.raises(UnreachableError):
        fetch(server.url, **LIMITS)


# --- when it stops ------------------------------------------------------------------------------------------------

# Each would be complete after three seconds, and never lets the socket wait for long.
SLOW_HEAD = trickling(b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", 0.1, 30)
SLOW_BODY_TEXT = b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 40


def slow_body(handler):
    handler.wfile.write(SLOW_BODY_TEXT[:19])
    trickling(SLOW_BODY_TEXT[19:], 0.1, 30)(handler)


@pytest.mark.parametrize("answer", [SLOW_HEAD, slow_body, silent], ids=["head", "body", "silent"])
def test_slow_server_is_left_when_the_time_is_up(served, answer):
    server = served(answer)
    with pytest.raises(TooSlowError):
        fetch(server.url, **HURRIED)
    assert len(server.asked) == 1


def test_redirects_share_one_time(served):
    def answer(handler):
        handler.server.stopping.wait(0.25)
        number = int(handler.path[1:] or 0)
        saying(302, Location=f"/{number + 1}")(handler) if number < 4 else saying(body=b"x")(handler)

    with pytest.raises(TooSlowError):
        fetch(served(answer).url, redirects=9, **HURRIED)


def test_encryption_that_never_comes_about_is_left(settings):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"127.0.0.1:{mute.getsockname()[1]}"
        settings.OUTBOUND_ALLOW = [address]
        # It would be another error if we waited until the server hangs up.
        hanging_up = threading.Timer(3, mute.shutdown, [socket.SHUT_RDWR])
        hanging_up.start()
        with pytest.raises(TooSlowError):
            fetch(f"https://{address}/", **HURRIED)
        hanging_up.cancel()
        hanging_up.join()


def test_server_without_encryption_is_not_asked_by_https(served):
    server = served(saying(body=b"x"))
    with pytest.raises(UnreachableError):
        fetch(f"https://{server.address}/", **LIMITS)
    assert server.asked == []


def test_gone_server_and_unknown_name(settings):
    port = closed_port()
    settings.OUTBOUND_ALLOW = [f"127.0.0.1:{port}"]
    with pytest.raises(UnreachableError):
        fetch(f"http://127.0.0.1:{port}/", **LIMITS)
    with pytest.raises(UnreachableError):
        fetch("http://no-such-name.invalid/", **LIMITS)


def test_server_that_speaks_something_else(served):
    def answer(handler):
        handler.wfile.write(b"220 mail.example ESMTP\r\n")

    with pytest.raises(UnreachableError):
        fetch(served(answer).url, **LIMITS)
