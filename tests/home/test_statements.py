"""A statement gives what its queryset would, each time with the values of that time."""

import datetime

import pytest
from django.db import connection, transaction
from django.db.models import BigAutoField, CharField, DateTimeField
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from home.models import OutboxMessage
from home.statements import Statement


def mail(occasion: str, **fields) -> OutboxMessage:
    return OutboxMessage.objects.create(occasion=occasion, recipient_key=occasion, **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("keeps_plan", [False, True])
def test_statement_asks_with_the_values_of_each_time_and_is_made_once(keeps_plan):
    made = []

    def of(occasion, before):
        made.append(1)
        return (
            OutboxMessage.objects.filter(occasion=occasion, queued_at__lt=before)
            .exclude(subject="100 %")
            .order_by("pk")
        )

    statement = Statement(of, keeps_plan=keeps_plan, occasion=CharField(), before=DateTimeField())
    now = timezone.now()
    one, other = mail("viens", attachments=[{"name": "a"}]), mail("divi", queued_at=now - datetime.timedelta(days=2))
    assert statement(occasion="viens", before=now + datetime.timedelta(hours=1)) == [one]
    assert statement(occasion="viens", before=now - datetime.timedelta(hours=1)) == []
    assert statement(occasion="divi", before=now - datetime.timedelta(hours=1)) == [other]
    assert statement(occasion="viens", before=now + datetime.timedelta(hours=1))[0].attachments == [{"name": "a"}]
    assert len(made) == 1


@pytest.mark.django_db
def test_statement_sees_what_has_changed_since_it_was_asked_last():
    statement = Statement(lambda: OutboxMessage.objects.order_by("pk").values_list("subject", flat=True))
    assert statement() == []
    mail("viens", subject="Sveiki")
    assert statement() == ["Sveiki"]


@pytest.mark.django_db(transaction=True)
def test_statement_holds_rows_inside_a_transaction_alone():
    statement = Statement(lambda pk: OutboxMessage.objects.select_for_update().filter(pk=pk), pk=BigAutoField())
    row = mail("viens")
    with transaction.atomic():
        assert statement(pk=row.pk) == [row]
    if connection.features.has_select_for_update:
        with pytest.raises(TransactionManagementError):
            statement(pk=row.pk)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans for each connection by itself")
def test_statement_that_keeps_its_plan_is_planned_once_with_its_constants():
    statement = Statement(
        lambda occasion: OutboxMessage.objects.filter(occasion=occasion, subject__contains="50 %"),
        keeps_plan=True, occasion=CharField(),
    )  # fmt: skip
    row = mail("viens", subject="Lieta par 50 % lētāk")
    mail("divi", subject="Lieta")
    for _again in range(12):
        assert statement(occasion="viens") == [row] and statement(occasion="divi") == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, parameter_types::text FROM pg_prepared_statements WHERE statement LIKE %s",
            ["%home_outboxmessage%"],
        )
        ((generic, types),) = cursor.fetchall()
    assert generic > 10 and types == "{text}"
