"""Queries whose SQL is written once and asked often, each time with other values.

Django writes the SQL of a query anew each time, and for a join of wide tables that takes several times as long as asking
it. Where hundreds knock within a minute, that is most of what an answer costs (ADR 29).
"""

import copy
from collections.abc import Callable

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
    """

    def __init__(self, make: Callable[..., QuerySet], **fields: Field):
        self._make, self._fields = make, fields
        self._written: tuple | None = None

    def __call__(self, **values) -> list:
        connection = connections[DEFAULT_DB_ALIAS]
        queryset, compiler, sql, places = self._written = self._written or self._write()
        if (
            queryset.query.select_for_update
            and connection.features.has_select_for_update
            and connection.get_autocommit()
        ):
            raise TransactionManagementError("A row is held inside a transaction alone.")
        bound = [place.bound(values, connection) if isinstance(place, Parameter) else place for place in places]
        # The queryset reads the rows as ever; of its compiler it gets the one that has written the SQL already.
        asked, rows = copy.copy(compiler), queryset.all()
        asked.connection, asked.as_sql = connection, lambda *args, **kwargs: (sql, bound)
        rows.query.get_compiler = lambda *args, **kwargs: asked
        return list(rows)

    def _write(self) -> tuple:
        names = {name: Parameter(name, field) for name, field in self._fields.items()}
        queryset = self._make(**names).using(DEFAULT_DB_ALIAS)
        compiler = queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, places = compiler.as_sql()
        return queryset, compiler, sql, places
