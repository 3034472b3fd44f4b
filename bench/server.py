"""Gunicorn on a free port of the loopback, for as long as a ``with`` block lasts."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serve(wsgi: str, env: dict[str, str], cwd: str, *, workers: int = 1):
    """Yields the base address of ``wsgi`` (``module:name``) wrapped by bench.measured_wsgi.

    As docs/operations.md has it: processes without threads, who waits waits in one queue in front of them.

    Raises:
        RuntimeError: it did not answer within 60 seconds; the message carries the end of its log.
    """
    port = free_port()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    full = {**os.environ, **env, "BENCH_WSGI": wsgi, "PYTHONPATH": f"{cwd}:{root}"}
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "bench.measured_wsgi:application",
        "-b",
        f"127.0.0.1:{port}",
        "-w",
        str(workers),
    ]
    # A file and no pipe: nobody empties a pipe while the server is asked, and a full one would stop it.
    log = tempfile.TemporaryFile()  # noqa: SIM115 # closed with the process
    process = subprocess.Popen(command, cwd=cwd, env=full, stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(240):
            try:
                urllib.request.urlopen(f"{base}/", timeout=10)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                if process.poll() is not None:
                    log.seek(0)
                    raise RuntimeError(log.read().decode()[-3000:]) from None
                time.sleep(0.25)
        else:
            raise RuntimeError("the server did not answer")
        yield base
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def cost(url: str, times: int = 60) -> tuple[int, int, float, int]:
    """``(SQL of the very first request, SQL, median CPU ms, bytes of HTML)`` of ``times`` requests after five."""
    cpu, sql, size, first = [], set(), 0, 0
    for number in range(times + 5):
        with urllib.request.urlopen(url, timeout=30) as answer:
            body = answer.read()
            first = first or int(answer.headers["X-Bench-SQL"])
            if number >= 5:
                cpu.append(float(answer.headers["X-Bench-CPU-ms"]))
                sql.add(int(answer.headers["X-Bench-SQL"]))
            size = len(body)
    return first, max(sql), sorted(cpu)[len(cpu) // 2], size
