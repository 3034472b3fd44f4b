"""The one door through which the site asks anything of another server: tiles, later the checking of links.

An address of somebody's choosing must not become a way into the network that the site stands in. So: http and https only,
on their own ports; a name is resolved once, each of its addresses has to be public, and it is that address that is
connected to (a second look-up might answer otherwise: DNS rebinding); a redirect is a new address and checked like the
first; what comes back is limited in time, size and kind. Proxies of the environment are not used.

``OUTBOUND_ALLOW`` names exceptions, each as ``host:port``: a tile server inside the network, the servers of tests.
"""

import contextlib
import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
CHUNK = 64 * 1024
AS_WRITTEN = "/%:@!$&'()*+,;=~?[]"  # what stays in a path or a query; letters of other alphabets are quoted
REDIRECTS = {301, 302, 303, 307, 308}


class OutboundError(Exception):
    """Nothing useful came back; the class says why."""


class RefusedError(OutboundError):
    """We do not ask: scheme, port, a user in the address, an address that is not public, too many redirects."""


class UnreachableError(OutboundError):
    """No such name, no connection, no valid certificate, or no HTTP."""


class TooSlowError(OutboundError):
    """It was not all there when the time was up."""


class UnwantedError(OutboundError):
    """The body is too large, of another type, or compressed though we did not ask for it."""


@dataclass(frozen=True)
class Answer:
    """``headers`` by lower-case name; ``body`` is read for status 200 only; ``url`` is the one that answered."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def fetch(
    url: str,
    *,
    seconds: float,
    most_bytes: int,
    types: Collection[str] = (),
    headers: Mapping[str, str] | None = None,
    redirects: int = 0,
    method: str = "GET",
) -> Answer:
    """Ask for ``url`` and return the answer, whatever its status.

    Args:
        seconds: for everything, redirects and the look-up of names included.
        most_bytes: of the body.
        types: media types that are wanted; any if empty.
        redirects: how many are followed; the answer is the redirect itself where none are.

    Raises:
        OutboundError: one of its kinds, see there.
    """
    deadline = time.monotonic() + seconds
    for _hop in range(redirects + 1):
        answer = _ask(url, deadline, most_bytes, types, headers or {}, method)
        if answer.status not in REDIRECTS or not redirects or "location" not in answer.headers:
            return answer
        following = urljoin(url, answer.headers["location"])
        if url.startswith("https:") and not following.startswith("https:"):
            raise RefusedError("a redirect from https to something else")
        url = following
    raise RefusedError("too many redirects")


@dataclass(frozen=True)
class _Target:
    scheme: str
    host: str
    port: int
    path: str
    is_allowed: bool


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode()
    except ValueError as error:
        raise RefusedError(f"no address: {error}") from None
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        raise RefusedError("only http and https, with a host and without a user")
    is_allowed = f"{host}:{port}" in settings.OUTBOUND_ALLOW
    if port != PORTS[parts.scheme] and not is_allowed:
        raise RefusedError(f"port {port}")
    query = f"?{quote(parts.query, safe=AS_WRITTEN)}" if parts.query else ""
    return _Target(parts.scheme, host, port, quote(parts.path or "/", safe=AS_WRITTEN) + query, is_allowed)


def _ask(url, deadline, most_bytes, types, headers, method) -> Answer:
    target = _target(url)
    connection = _connected(target, _addresses(target, deadline), deadline)
    sent = {"Accept-Encoding": "identity", **headers, "Connection": "close"}
    try:
        with contextlib.closing(connection):
            connection.request(method, target.path, headers=sent)
            with contextlib.closing(connection.getresponse()) as response:
                return _answer(url, response, most_bytes, types, method)
    except TimeoutError:
        raise TooSlowError(target.host) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnreachableError(f"{target.host}: {type(error).__name__}") from None


def _answer(url, response: http.client.HTTPResponse, most_bytes, types, method) -> Answer:
    headers = {name.lower(): value for name, value in response.getheaders()}
    if response.status != 200 or method == "HEAD":
        return Answer(url, response.status, headers)
    _check(headers, most_bytes, types)
    return Answer(url, response.status, headers, _read(response, most_bytes))


def _check(headers: Mapping[str, str], most_bytes: int, types: Collection[str]) -> None:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if types and kind not in types:
        raise UnwantedError(f"type {kind or 'missing'}")
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise UnwantedError("compressed")
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > most_bytes:
        raise UnwantedError("too large")


def _read(response: http.client.HTTPResponse, most_bytes: int) -> bytes:
    promised, body = response.length, bytearray()
    while chunk := response.read1(CHUNK):
        body += chunk
        if len(body) > most_bytes:
            raise UnwantedError("too large")
    if promised is not None and len(body) < promised:
        raise http.client.IncompleteRead(bytes(body))  # http.client itself is silent about it when read in pieces
    return bytes(body)


# --- names and addresses ------------------------------------------------------------------------------------------


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it wraps an address of version 4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped or ip.sixtofour or ip in NAT64:
            inner = ip.ipv4_mapped or ip.sixtofour or ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
            return is_public(str(inner))
        if ip.teredo or ip.is_site_local:
            return False
    barred = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved
    return ip.is_global and not barred and not ip.is_unspecified


def _addresses(target: _Target, deadline: float) -> list[str]:
    """The addresses of the host, every one of them public."""
    found = _resolved(target.host, target.port, deadline)
    if not target.is_allowed and not all(is_public(address) for address in found):
        raise RefusedError(f"{target.host} has an address that is not public")
    return found


def _resolved(host: str, port: int, deadline: float) -> list[str]:
    """Look the name up, for no longer than until the deadline: the system's own look-up knows no limit."""
    found: list = []

    def look_up():
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(max(0.0, deadline - time.monotonic()))
    if not found:
        raise TooSlowError(f"{host}: name")
    if isinstance(found[0], Exception) or not found[0]:
        raise UnreachableError(f"{host}: no such name")
    return list(dict.fromkeys(entry[4][0] for entry in found[0]))


# --- the connection, until the deadline ---------------------------------------------------------------------------


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Reader(io.RawIOBase):
    """Reads from a socket until the deadline; a socket's own limit starts anew with each byte that trickles in."""

    def __init__(self, sock, held, deadline: float):
        self.sock, self.held, self.deadline = sock, held, deadline

    def readable(self):
        return True

    def readinto(self, buffer):
        self.sock.settimeout(_left(self.deadline))
        return self.sock.recv_into(buffer)

    def close(self):
        self.held.close()
        super().close()


class _Response(http.client.HTTPResponse):
    deadline: float

    def __init__(self, sock, *args, **kwargs):
        super().__init__(sock, *args, **kwargs)
        # The file that was made of the socket keeps it open until the body is read.
        self.fp = io.BufferedReader(_Reader(sock, self.fp, self.deadline))


def _connected(target: _Target, addresses: list[str], deadline: float) -> http.client.HTTPConnection:
    """Connect to the first of the checked addresses that takes us; name and certificate remain the host's."""
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.default_port = PORTS[target.scheme]  # so that the Host header leaves it out
    connection.response_class = type("_UntilDeadline", (_Response,), {"deadline": deadline})
    reason: Exception = OSError("no address")
    for number, address in enumerate(addresses):
        try:
            # What does not answer leaves time for the addresses behind it.
            connection.sock = _opened(target, address, deadline, len(addresses) - number)
            return connection
        except OSError as error:
            reason = error
    kind = TooSlowError if isinstance(reason, TimeoutError) else UnreachableError
    raise kind(f"{target.host}: {type(reason).__name__}")


def _opened(target: _Target, address: str, deadline: float, shares: int) -> socket.socket:
    sock = socket.create_connection((address, target.port), timeout=_left(deadline) / shares)
    sock.settimeout(_left(deadline))
    if target.scheme == "http":
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
    except OSError:
        sock.close()
        raise
