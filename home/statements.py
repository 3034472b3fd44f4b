"""Queries whose SQL is written once and asked often, each time with other values.

Django writes the SQL of a query anew each time, and for a join of wide tables that takes several times as long as asking
it; PostgreSQL plans it anew each time, which takes ten times as long again as carrying it out. Where hundreds knock
within a minute, that is most of what an answer costs (ADR 29).
"""

import copy
import re
from collections.abc import Callable

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet
from django.db.transaction import TransactionManagementError


class Parameter(Expression):
    """Where a value will stand; the output field says how the database takes it."""

    def __init__(self, name: str, field: Field):
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def bound(self, values: dict, connection):
        return self.output_field.get_db_prep_value(values[self.name], connection)


class Statement:
    """``Statement(make, pk=BigAutoField())``, asked as ``statement(pk=7)``, gives the rows of the queryset ``make(pk)``.

    ``make`` is called once, with a ``Parameter`` for each name. So nothing in it may depend on the moment or the language,
    no value is ``None``, and what decides about the SQL itself (the length of a list) cannot be a parameter.

    ``keeps_plan``: PostgreSQL plans it once for each connection. For a query of many tables, none of which grows fast:
    what is right for an empty table is wrong for a full one.
    """

    def __init__(self, make: Callable[..., QuerySet], *, keeps_plan: bool = False, **fields: Field):
        self._make, self._keeps_plan, self._fields = make, keeps_plan, fields
        self._written: tuple | None = None

    def __call__(self, **values) -> list:
        connection = connections[DEFAULT_DB_ALIAS]
        queryset, compiler, sql, places, converters = self._written = self._written or self._write(connection)
        if (
            queryset.query.select_for_update
            and connection.features.has_select_for_update
            and connection.get_autocommit()
        ):
            raise TransactionManagementError("A row is held inside a transaction alone.")
        bound = [place.bound(values, connection) if isinstance(place, Parameter) else place for place in places]
        # The queryset reads the rows as ever; of its compiler it gets the one that has written the SQL already.
        asked, rows = copy.copy(compiler), queryset.all()
        asked.connection = connection
        asked.execute_sql = lambda *args, **kwargs: [self._ask(connection, sql, bound)]
        asked.get_converters = lambda fields: converters
        rows.query.get_compiler = lambda *args, **kwargs: asked
        return list(rows)

    def _write(self, connection) -> tuple:
        names = {name: Parameter(name, field) for name, field in self._fields.items()}
        queryset = self._make(**names).using(DEFAULT_DB_ALIAS)
        compiler = queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, places = compiler.as_sql()
        if self._keeps_plan and connection.vendor == "postgresql":
            sql, places = _with_constants(sql, places, connection)
        converters = compiler.get_converters([column for column, *_name in compiler.select[: compiler.col_count]])
        return queryset, compiler, sql, places, converters

    def _ask(self, connection, sql: str, bound: list) -> list[tuple]:
        with connection.cursor() as cursor:
            if self._keeps_plan and connection.vendor == "postgresql" and not connection.queries_logged:
                # Django's own cursor writes the values into the SQL, as a log of queries wants it. This one sends them
                # apart, and the settings have what it sends prepared (``prepare_threshold``).
                cursor.cursor = psycopg.Cursor(connection.connection)
            cursor.execute(sql, bound)
            return cursor.fetchall()


def _with_constants(sql: str, places: tuple, connection) -> tuple[str, list[Parameter]]:
    """The same SQL with a place for what changes alone: a plan for whatever state would not use the index of one."""
    left, kept = iter(places), [place for place in places if isinstance(place, Parameter)]

    def written(sign: re.Match) -> str:
        if sign[0] == "%%" or isinstance(place := next(left), Parameter):
            return sign[0]
        return connection.ops.compose_sql("%s", [place]).replace("%", "%%")

    return re.sub("%%|%s", written, sql), kept
