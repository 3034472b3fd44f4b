"""A WSGI application that tells what each answer cost: ``X-Bench-CPU-ms``, ``X-Bench-ms`` and ``X-Bench-SQL``. For benchmarks only.

``BENCH_WSGI`` names the application to wrap, ``module:name``.
"""

import importlib
import os
import time

from django.db import connection

module, _, name = os.environ["BENCH_WSGI"].partition(":")
inner = getattr(importlib.import_module(module), name)


def application(environ, start_response):
    count = 0

    def counting(execute, sql, params, many, context):
        nonlocal count
        count += 1
        return execute(sql, params, many, context)

    head: list = []

    def keep(status, headers, exc_info=None):
        head[:] = [status, headers]

    started, begun = time.process_time(), time.perf_counter()
    with connection.execute_wrapper(counting):
        body = b"".join(inner(environ, keep))
    spent, waited = (time.process_time() - started) * 1000, (time.perf_counter() - begun) * 1000
    status, headers = head
    start_response(
        status,
        [*headers, ("X-Bench-CPU-ms", f"{spent:.2f}"), ("X-Bench-ms", f"{waited:.2f}"), ("X-Bench-SQL", str(count))],
    )
    return [body]
