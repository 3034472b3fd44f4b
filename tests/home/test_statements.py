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
def test_statement_asks_with_the_values_of_each_time_and_is_made_once():
    made = []

    def of(occasion, before):
        made.append(1)
        return OutboxMessage.objects.filter(occasion=occasion, queued_at__lt=before).order_by("pk")

    statement = Statement(of, occasion=CharField(), before=DateTimeField())
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
