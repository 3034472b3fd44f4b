"""What a piece of code writes into the database."""

from contextlib import contextmanager

from django.db import connection

WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def writes():
    """A list that fills with the statements that write."""
    seen: list[str] = []

    def watch(execute, sql, params, many, context):
        if sql.startswith(WRITES):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen
