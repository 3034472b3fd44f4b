"""`port.py free HOST PORT`: can the site listen there?  `port.py answers URL`: does it, yet?"""

import errno
import os
import socket
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 60


def free(host: str, port: str) -> str | None:
    """Return what is wrong, or ``None``."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
    except PermissionError:
        return f"Port {port} is for root alone. Choose one from 1024 up: make run PORT=8001"
    except socket.gaierror:
        return f"HOST={host} is no address of this machine."
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return f"Port {port} on {host} is taken by another program. Choose another: make run PORT={int(port) + 1}"
        return f"Cannot listen on {host}, port {port}: {error.strerror}."
    return None


def answers(url: str, pid: str) -> str | None:
    """Wait until ``url`` answers at all; return what is wrong, or ``None``."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            direct.open(url, timeout=5)
            return None
        except urllib.error.HTTPError:
            return None
        except OSError:
            if not os.path.exists(f"/proc/{pid}"):
                return "The site stopped before it answered."
            time.sleep(0.2)
    return f"The site did not answer within {PATIENCE} seconds."


if __name__ == "__main__":
    sys.exit({"free": free, "answers": answers}[sys.argv[1]](*sys.argv[2:]))
